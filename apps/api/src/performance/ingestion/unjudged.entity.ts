import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/** Time of a service that was measured and not judged since. */
@Entity('unjudged')
@Check('unjudged_time_check', '"from_at" <= "to_at"')
export class UnjudgedEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'unjudged_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'unjudged_service_fkey' })
  serviceId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;
}
