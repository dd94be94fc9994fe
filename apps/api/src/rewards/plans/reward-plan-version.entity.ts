import type { CurveAnchor, ProposalState, Proration, WindowKind } from '@accord/domain';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const ONE_IN_FORCE = `USING gist ("plan_id" WITH =, daterange("effective_from", "effective_to", '[]') WITH &&) WHERE ("state" = 'approved')`;

/** What a plan pays from a day on. Once proposed only the decision, and its last day, are added; a trigger sees to it. */
@Entity('reward_plan_version')
@Unique('reward_plan_version_number_key', ['planId', 'number'])
@Unique('reward_plan_version_plan_key', ['id', 'planId'])
@Index('reward_plan_version_proposed_key', ['planId'], { unique: true, where: `"state" = 'proposed'` })
@Exclusion('reward_plan_version_one_in_force_excl', ONE_IN_FORCE)
@Check('reward_plan_version_state_check', `"state" IN ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check('reward_plan_version_dates_check', `"effective_to" >= "effective_from"`)
@Check('reward_plan_version_window_check', `"window_kind" IN ('month', 'quarter')`)
@Check('reward_plan_version_amounts_check', `"pool" > 0 AND "cap" > 0`)
@Check('reward_plan_version_proration_check', `"proration" IN ('weightDays', 'segments', 'forfeit')`)
@Check('reward_plan_version_curve_check', `jsonb_array_length("curve") > 0`)
@Check(
  'reward_plan_version_decided_check',
  `("state" = 'proposed') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)`,
)
@Check(
  'reward_plan_version_second_person_check',
  `CASE "state" WHEN 'withdrawn' THEN "decided_by_id" = "proposed_by_id" ELSE "decided_by_id" <> "proposed_by_id" END`,
)
@Check('reward_plan_version_reason_check', `"state" NOT IN ('refused', 'withdrawn') OR "reason" IS NOT NULL`)
export class RewardPlanVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_plan_version_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('reward_plan', { name: 'reward_plan_version_plan_fkey' })
  planId!: string;

  @Column('int')
  number!: number;

  @Column('text')
  state!: ProposalState;

  @Column('date')
  effectiveFrom!: string;

  /** The last day; null = open. */
  @Column('date', { nullable: true })
  effectiveTo!: string | null;

  @Column('text')
  windowKind!: WindowKind;

  @Column('numeric')
  pool!: string;

  @Column('numeric')
  cap!: string;

  @Column('text')
  proration!: Proration;

  @Column('jsonb')
  curve!: CurveAnchor[];

  @Column('uuid')
  @ForeignKey('person', { name: 'reward_plan_version_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'reward_plan_version_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Why it was refused or withdrawn. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
