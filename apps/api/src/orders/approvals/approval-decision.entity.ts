import type { ApprovalVerdict } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody decided from a seat. Rows are added and never change: what is taken back is `undone` by another row. */
@Entity('approval_decision')
@Index('approval_decision_seat_index', ['stageId', 'personId', 'id'])
@Index('approval_decision_by_index', ['byId', 'at'])
@Check('approval_decision_verdict_check', `"verdict" IN ('approved', 'refused', 'undone')`)
@Check('approval_decision_reason_check', `"verdict" <> 'refused' OR "reason" IS NOT NULL`)
@ForeignKey('approval_seat', ['stageId', 'personId'], ['stageId', 'personId'], {
  name: 'approval_decision_seat_fkey',
})
export class ApprovalDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'approval_decision_pkey' })
  id!: string;

  @Column('uuid')
  stageId!: string;

  /** Whose seat it is. */
  @Column('uuid')
  personId!: string;

  /** Who decided: the person, or whoever stood in for them. */
  @Column('uuid')
  @ForeignKey('person', { name: 'approval_decision_by_fkey' })
  byId!: string;

  @Column('text')
  verdict!: ApprovalVerdict | 'undone';

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  at!: Date;
}
