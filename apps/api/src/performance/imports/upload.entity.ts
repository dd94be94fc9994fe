import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that somebody sent, kept on disk under its id until it expires. */
@Entity('upload')
@Check('upload_file_name_check', `"file_name" <> ''`)
@Check('upload_time_check', `"received_at" < "expires_at"`)
@Check('upload_kept_check', `"kept_at" IS NULL OR "removed_at" IS NULL`)
export class UploadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'upload_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'upload_person_fkey' })
  personId!: string;

  /** As its sender called it, without folders and control characters. */
  @Column('text')
  fileName!: string;

  @Column('bigint')
  bytes!: string;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Since when it is evidence, which does not expire; null = it is not. */
  @Column('timestamptz', { nullable: true })
  keptAt!: Date | null;

  /** When the file went; the row stays. */
  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
