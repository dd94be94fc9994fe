import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an item of an approved order will cost a unit in a year for which there is no budget yet. */
@Entity('later_commitment')
@Index('later_commitment_unit_index', ['unitId', 'fromDate'], { where: `"ended_at" IS NULL` })
@Index('later_commitment_order_index', ['orderId'])
@Index('later_commitment_item_index', ['itemId'])
@Check('later_commitment_dates_check', `"to_date" >= "from_date"`)
@Check('later_commitment_amount_check', `"amount" > 0`)
export class LaterCommitmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'later_commitment_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'later_commitment_order_fkey' })
  orderId!: string;

  @Column('uuid')
  @ForeignKey('order_item', { name: 'later_commitment_item_fkey' })
  itemId!: string;

  @Column('uuid')
  @ForeignKey('business_unit', { name: 'later_commitment_unit_fkey' })
  unitId!: string;

  @Column('date')
  fromDate!: string;

  @Column('date')
  toDate!: string;

  @Column('text')
  currency!: string;

  @Column('numeric')
  amount!: string;

  /** The item came to nothing, the subscription ended, or there is a budget now. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
