import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One act that orders the successor for everybody who is left of a retirement; of those, one at a time. */
@Entity('migration_run')
@Index('migration_run_open_key', ['retirementId'], { unique: true, where: `"finished_at" IS NULL` })
@Index('migration_run_retirement_index', ['retirementId', 'id'])
export class MigrationRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'migration_run_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('retirement', { name: 'migration_run_retirement_fkey' })
  retirementId!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'migration_run_started_by_fkey' })
  startedById!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
