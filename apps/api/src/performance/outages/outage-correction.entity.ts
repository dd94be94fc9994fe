import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Time that counted as downtime until somebody corrected the outage. Append-only: commitments show it. */
@Entity('outage_correction')
@Index('outage_correction_service_index', ['serviceId', 'fromAt'])
@Check('outage_correction_time_check', `"from_at" < "to_at"`)
@Check('outage_correction_reason_check', `btrim("reason") <> ''`)
export class OutageCorrectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outage_correction_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('outage', { name: 'outage_correction_outage_fkey' })
  outageId!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'outage_correction_service_fkey' })
  serviceId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  @Column('text')
  reason!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'outage_correction_corrected_by_fkey' })
  correctedById!: string;

  @Column('timestamptz')
  correctedAt!: Date;
}
