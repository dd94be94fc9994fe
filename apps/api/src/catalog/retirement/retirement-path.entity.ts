import type { AnswerMapping } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where who has a plan that retires is led. */
@Entity('retirement_path')
@Index('retirement_path_plan_index', ['planId'])
@Check('retirement_path_successor_check', `"successor_id" <> "plan_id"`)
export class RetirementPathEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retirement_path_pkey' })
  @ForeignKey('retirement', { name: 'retirement_path_retirement_fkey' })
  retirementId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retirement_path_pkey' })
  @ForeignKey('plan', { name: 'retirement_path_plan_fkey' })
  planId!: string;

  /** null = nowhere. */
  @Column('uuid', { nullable: true })
  @ForeignKey('plan', { name: 'retirement_path_successor_fkey' })
  successorId!: string | null;

  /** Fields of the successor's form and those that they are filled from. */
  @Column('jsonb')
  answers!: AnswerMapping[];
}
