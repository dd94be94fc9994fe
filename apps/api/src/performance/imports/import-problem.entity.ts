import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Why a row was not stored, or what it met where it was. The first thousand of an import are kept; the run counts them all. */
@Entity('import_problem')
export class ImportProblemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_problem_pkey' })
  @ForeignKey('import_run', { name: 'import_problem_import_fkey' })
  importId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'import_problem_pkey' })
  position!: number;

  @Column('int')
  line!: number;

  /** null when the row as a whole is at fault. */
  @Column('text', { nullable: true })
  column!: string | null;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column('text')
  reason!: string;
}
