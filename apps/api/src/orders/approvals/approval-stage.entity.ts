import type { ApprovalNeed, ApproverSource, StageState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A stage that an order goes through, as its rules stood at submission. */
@Entity('approval_stage')
@Unique('approval_stage_position_key', ['orderId', 'position'])
@Index('approval_stage_open_key', ['orderId'], { unique: true, where: `"state" = 'open'` })
@Check('approval_stage_state_check', `"state" IN ('waiting', 'open', 'approved', 'refused')`)
@Check('approval_stage_opened_check', `("state" = 'waiting') = ("opened_at" IS NULL)`)
@Check('approval_stage_ended_check', `("state" IN ('approved', 'refused')) = ("ended_at" IS NOT NULL)`)
@Check('approval_stage_rule_check', `("rule_key" IS NULL) = ("rule_sentence" IS NULL)`)
@Check('approval_stage_automatic_check', `"rule_key" IS NULL OR "state" IN ('waiting', 'approved')`)
export class ApprovalStageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'approval_stage_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'approval_stage_order_fkey' })
  orderId!: string;

  @Column('int')
  position!: number;

  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  need!: ApprovalNeed;

  @Column('jsonb')
  sources!: readonly ApproverSource[];

  /** Business days; null = nobody is reminded. */
  @Column('int', { nullable: true })
  remindAfter!: number | null;

  /** From here upwards people are looked for. */
  @Column('uuid')
  @ForeignKey('business_unit', { name: 'approval_stage_unit_fkey' })
  unitId!: string;

  /** null = what is asked is the same for every service of the order. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service', { name: 'approval_stage_service_fkey' })
  serviceId!: string | null;

  /** Asks for what the nearest budget lacks. */
  @Column('boolean')
  overBudget!: boolean;

  /** Which rule approves it; null = people do. */
  @Column('text', { nullable: true })
  ruleKey!: string | null;

  @Column('text', { nullable: true })
  ruleSentence!: string | null;

  @Column('text')
  state!: Exclude<StageState, 'withdrawn'>;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  remindedAt!: Date | null;
}
