import type { ImportKind, ImportProfile } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const IMPORT_STATES = ['running', 'interrupted', 'done', 'refused'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A value that leads to no service, and on how many rows it stood. */
export interface UnmappedCount {
  column: string;
  value: string;
  count: number;
}

/** Services whose evidence changed, and since when; what has to be judged anew. */
export interface TouchedSince {
  serviceIds: string[];
  from: string;
}

/** A file on its way into the ledger, or the report of how it went. */
@Entity('import_run')
@Index('import_run_source_index', ['sourceId', 'startedAt'])
@Check(
  'import_run_kind_check',
  `"kind" IN ('tickets', 'probes', 'counts', 'values', 'outages', 'answers', 'agreements')`,
)
@Check('import_run_state_check', `"state" IN ('running', 'interrupted', 'done', 'refused')`)
@Check('import_run_finished_check', `("state" = 'running') = ("finished_at" IS NULL)`)
@Check('import_run_reason_check', `("state" IN ('interrupted', 'refused')) = ("reason" IS NOT NULL)`)
@Check('import_run_profile_check', `("kind" = 'agreements') = ("profile" IS NULL)`)
@Check(
  'import_run_rows_check',
  `"rows_read" = "rows_stored" + "rows_known" + "rows_elsewhere" + "rows_differing" + "rows_refused" + "rows_unmapped" AND "line" >= 0`,
)
export class ImportRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_run_pkey' })
  id!: string;

  @Column('text')
  kind!: ImportKind;

  @Column('text')
  state!: ImportState;

  /** Slug of the profile; null when it was a file of its own, and for agreements. */
  @Column('text', { nullable: true })
  profileSlug!: string | null;

  /** The profile as it was at the start, so that a resumed import goes on by the same one. */
  @Column('jsonb', { nullable: true })
  profile!: ImportProfile | null;

  @Column('text')
  sourceName!: string;

  /** null until rows of it were stored. */
  @Column('uuid', { nullable: true })
  @ForeignKey('source', { name: 'import_run_source_fkey' })
  sourceId!: string | null;

  /** The service of every row; null where the profile finds it row by row. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service', { name: 'import_run_service_fkey' })
  serviceId!: string | null;

  /** null for a file of the command line. */
  @Column('uuid', { nullable: true })
  @ForeignKey('upload', { name: 'import_run_upload_fkey' })
  uploadId!: string | null;

  @Column('text')
  fileName!: string;

  /** SHA-256 of the file; null until it has been examined. */
  @Column('text', { nullable: true })
  digest!: string | null;

  @Column('bigint')
  bytesTotal!: string;

  @Column('bigint', { default: 0 })
  bytesRead!: string;

  /** The last line whose record is in the ledger or in the report: where a resumed import goes on. */
  @Column('int', { default: 0 })
  line!: number;

  @Column('int', { default: 0 })
  rowsRead!: number;

  @Column('int', { default: 0 })
  rowsStored!: number;

  /** Already in the ledger, just so. */
  @Column('int', { default: 0 })
  rowsKnown!: number;

  /** In the ledger under another service, where they stay. */
  @Column('int', { default: 0 })
  rowsElsewhere!: number;

  /** In the ledger with other content, which stays. */
  @Column('int', { default: 0 })
  rowsDiffering!: number;

  @Column('int', { default: 0 })
  rowsRefused!: number;

  @Column('int', { default: 0 })
  rowsUnmapped!: number;

  /** The most frequent first; of very many different values only the first ones found are listed. */
  @Column('jsonb', { default: [] })
  unmapped!: UnmappedCount[];

  /** Stored but not judged yet; null when nothing waits. */
  @Column('jsonb', { nullable: true })
  touched!: TouchedSince | null;

  /** Commitments judged anew with this data. */
  @Column('int', { default: 0 })
  judged!: number;

  /** Why the file was refused, or what interrupted the import. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  @ForeignKey('person', { name: 'import_run_started_by_fkey' })
  startedById!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
