import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Good and total events of a series in an interval. Append-only: of the same interval the newest row counts. */
@Entity('count_interval')
@Index('count_interval_series_index', ['serviceId', 'series', 'fromAt', 'recordedAt'])
@Check('count_interval_time_check', `"from_at" < "to_at"`)
@Check('count_interval_good_check', `"good" BETWEEN 0 AND "total"`)
@Check('count_interval_series_check', `btrim("series") <> ''`)
export class CountIntervalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'count_interval_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'count_interval_service_fkey' })
  serviceId!: string;

  @Column('text')
  series!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  @Column('bigint')
  good!: string;

  @Column('bigint')
  total!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'count_interval_recorded_by_fkey' })
  recordedById!: string;

  @Column('timestamptz')
  recordedAt!: Date;
}
