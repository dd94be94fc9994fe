import type { CalculationState, MeasureOutcome, Presence, RewardStep } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a plan came to in a period. What was calculated never changes; only the decision is added. Triggers see to it. */
@Entity('reward_calculation')
@Unique('reward_calculation_number_key', ['planId', 'period', 'number'])
@Index('reward_calculation_waiting_key', ['planId', 'period'], {
  unique: true,
  where: `"state" IN ('calculated', 'approved')`,
})
@ForeignKey('reward_plan_version', ['versionId', 'planId'], ['id', 'planId'], {
  name: 'reward_calculation_version_fkey',
})
@Check('reward_calculation_period_check', `"period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'`)
@Check('reward_calculation_number_check', `"number" >= 1`)
@Check('reward_calculation_state_check', `"state" IN ('calculated', 'approved', 'released', 'refused')`)
@Check('reward_calculation_amounts_check', `"factor" >= 0 AND "unspent" >= 0 AND "unspent" <= "pool"`)
@Check(
  'reward_calculation_decided_check',
  `("state" = 'calculated') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)`,
)
@Check(
  'reward_calculation_second_person_check',
  `"state" NOT IN ('approved', 'released') OR "decided_by_id" <> "calculated_by_id"`,
)
@Check('reward_calculation_released_check', `("state" = 'released') = ("released_at" IS NOT NULL)`)
@Check('reward_calculation_refused_check', `("state" = 'refused') = ("refusal" IS NOT NULL)`)
export class RewardCalculationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reward_calculation_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('reward_plan', { name: 'reward_calculation_plan_fkey' })
  planId!: string;

  @Column('uuid')
  versionId!: string;

  /** 2026-03 or 2026-Q1. */
  @Column('text')
  period!: string;

  /** Of the period. */
  @Column('int')
  number!: number;

  @Column('text')
  state!: CalculationState;

  /** Percent. */
  @Column('numeric')
  factor!: string;

  @Column('numeric')
  pool!: string;

  @Column('numeric')
  unspent!: string;

  @Column('jsonb')
  outcomes!: MeasureOutcome[];

  /** The shares it was split by; an adjustment takes over those of what it adjusts. */
  @Column('jsonb')
  presences!: Presence[];

  @Column('json')
  explanation!: RewardStep[];

  @Column('uuid')
  @ForeignKey('person', { name: 'reward_calculation_calculated_by_fkey' })
  calculatedById!: string;

  @Column('timestamptz')
  calculatedAt!: Date;

  /** What was restated; null for the first. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'reward_calculation_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;

  /** Why it was refused. */
  @Column('text', { nullable: true })
  refusal!: string | null;
}
