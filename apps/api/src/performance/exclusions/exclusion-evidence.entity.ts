import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One thing that shows why time does not count: each row names exactly one. */
@Entity('exclusion_evidence')
@Index('exclusion_evidence_upload_index', ['uploadId'], { where: '"upload_id" IS NOT NULL' })
@Check('exclusion_evidence_position_check', `"position" >= 1`)
@Check(
  'exclusion_evidence_one_check',
  `num_nonnulls("ticket_id", "outage_id", "maintenance_id", "upload_id", "url", "note") = 1`,
)
@Check('exclusion_evidence_url_check', `"url" ~ '^https?://'`)
@Check('exclusion_evidence_note_check', `btrim("note") <> ''`)
export class ExclusionEvidenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exclusion_evidence_pkey' })
  @ForeignKey('exclusion', { name: 'exclusion_evidence_exclusion_fkey' })
  exclusionId!: string;

  /** In the order in which they were named. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'exclusion_evidence_pkey' })
  position!: number;

  /** Without a foreign key: tickets go when they have been kept long enough. */
  @Column('uuid', { nullable: true })
  ticketId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('outage', { name: 'exclusion_evidence_outage_fkey' })
  outageId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('maintenance', { name: 'exclusion_evidence_maintenance_fkey' })
  maintenanceId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('upload', { name: 'exclusion_evidence_upload_fkey' })
  uploadId!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  /** What no screen here shows, in words. */
  @Column('text', { nullable: true })
  note!: string | null;
}
