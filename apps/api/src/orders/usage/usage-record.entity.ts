import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What was measured of a subscription on a day. Rows are added and never change; a correction takes the place of one. */
@Entity('usage_record')
@Unique('usage_record_external_key', ['source', 'externalId'])
@Unique('usage_record_corrects_key', ['correctsId'])
@Index('usage_record_day_index', ['subscriptionId', 'day'])
@Index('usage_record_at_index', ['at'])
@Check('usage_record_quantity_check', `"quantity" >= 0`)
@Check('usage_record_names_check', `btrim("unit_name") <> '' AND btrim("source") <> '' AND btrim("external_id") <> ''`)
export class UsageRecordEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'usage_record_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('subscription', { name: 'usage_record_subscription_fkey' })
  subscriptionId!: string;

  /** Of the metered price that counts it, such as `GB`. */
  @Column('text')
  unitName!: string;

  @Column('date')
  day!: string;

  @Column('numeric')
  quantity!: string;

  /** Where it comes from, such as `storage-meter`. */
  @Column('text')
  source!: string;

  /** What the source calls it: the same twice is recorded once. */
  @Column('text')
  externalId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('usage_record', { name: 'usage_record_corrects_fkey' })
  correctsId!: string | null;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  @ForeignKey('person', { name: 'usage_record_by_fkey' })
  byId!: string;
}
