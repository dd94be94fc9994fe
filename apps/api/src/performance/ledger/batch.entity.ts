import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Measurements that arrived together, and who brought them. Append-only. */
@Entity('batch')
@Unique('batch_import_key', ['importId'])
@Check('batch_reason_check', `btrim("reason") <> ''`)
@Index('batch_brought_index', ['broughtById', 'arrivedAt'])
export class BatchEntity {
  @PrimaryGeneratedColumn('identity', { primaryKeyConstraintName: 'batch_pkey', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('uuid')
  @ForeignKey('source', { name: 'batch_source_fkey' })
  sourceId!: string;

  @Column('timestamptz')
  arrivedAt!: Date;

  @Column('uuid')
  @ForeignKey('person', { name: 'batch_brought_by_fkey' })
  broughtById!: string;

  /** null where no file was imported. */
  @Column('uuid', { nullable: true })
  @ForeignKey('import_run', { name: 'batch_import_fkey' })
  importId!: string | null;

  /** Why what it says takes the place of what was recorded; null where it corrects nothing. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
