import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a client asked for under a key of its own, so that asking twice is asking once. */
@Entity('order_key')
@Check('order_key_key_check', `btrim("key") <> ''`)
export class OrderKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_key_pkey' })
  @ForeignKey('person', { name: 'order_key_person_fkey' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'order_key_pkey' })
  key!: string;

  /** SHA-256 of what was asked. */
  @Column('text')
  input!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('service_order', { name: 'order_key_order_fkey' })
  orderId!: string | null;

  @Column('timestamptz')
  at!: Date;
}
