import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What another system last said of an outage; several may tell of the same one. */
@Entity('outage_report')
@Index('outage_report_outage_index', ['outageId'])
@Check('outage_report_time_check', `"from_at" < "to_at"`)
export class OutageReportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outage_report_pkey' })
  @ForeignKey('service', { name: 'outage_report_service_fkey' })
  serviceId!: string;

  /** Which system, such as `alertmanager`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'outage_report_pkey' })
  system!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'outage_report_pkey' })
  externalId!: string;

  @Column('uuid')
  @ForeignKey('outage', { name: 'outage_report_outage_fkey' })
  outageId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz', { nullable: true })
  toAt!: Date | null;

  /** When that was said, where the system tells. */
  @Column('timestamptz', { nullable: true })
  saidAt!: Date | null;

  /** People had recorded the outage before: its time is theirs. */
  @Column('boolean')
  joined!: boolean;
}
