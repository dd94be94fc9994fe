import type { Judgement } from '@accord/sla';
import type { ResultState, Verdict } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StoredJudgement } from './stored-judgement.js';

/** What was measured for a commitment in a period, and the verdict: the one record that every screen reads. */
@Entity('period_result')
@Unique('period_result_revision_key', ['commitmentId', 'period', 'revision'])
@Index('period_result_newest_key', ['commitmentId', 'fromAt'], { unique: true, where: `"state" <> 'superseded'` })
@Index('period_result_from_index', ['fromAt'])
@Index('period_result_open_index', ['evaluatedAt'], { where: `"state" = 'open'` })
@Check('period_result_period_check', `"period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'`)
@Check('period_result_time_check', `"from_at" < "to_at"`)
@Check('period_result_revision_check', `"revision" >= 1`)
@Check('period_result_state_check', `"state" IN ('open', 'frozen', 'superseded')`)
@Check('period_result_verdict_check', `"verdict" IN ('met', 'missed', 'atRisk', 'insufficientData')`)
@Check(
  'period_result_frozen_check',
  `("state" = 'open') = ("frozen_at" IS NULL) AND ("frozen_at" IS NOT NULL OR "frozen_by_id" IS NULL)`,
)
@Check('period_result_final_check', `"state" = 'open' OR "verdict" <> 'atRisk'`)
@Check('period_result_reason_check', `("revision" = 1) = ("reason" IS NULL)`)
@Check(
  'period_result_budget_check',
  `"budget_unit" IN ('ms', 'tickets', 'events') AND "budget_left" = "budget_total" - "budget_used"`,
)
export class PeriodResultEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'period_result_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('commitment', { name: 'period_result_commitment_fkey' })
  commitmentId!: string;

  /** The terms in force when the period began. */
  @Column('uuid')
  @ForeignKey('commitment_terms', { name: 'period_result_terms_fkey' })
  termsId!: string;

  /** The hours in force when the period began. */
  @Column('uuid')
  @ForeignKey('service_calendar_version', { name: 'period_result_calendar_version_fkey' })
  calendarVersionId!: string;

  /** 2026-03 or 2026-Q1, in `timeZone`. */
  @Column('text')
  period!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  @Column('text')
  timeZone!: string;

  @Column('int')
  revision!: number;

  @Column('text')
  state!: ResultState;

  @Column('text')
  verdict!: Verdict;

  /** Measured percent; null without data. */
  @Column('numeric', { nullable: true })
  figure!: string | null;

  @Column('numeric', { nullable: true })
  ratio!: string | null;

  /** Milliseconds, tickets or events: the good ones, or the bad ones where at most is promised. */
  @Column('numeric')
  numerator!: string;

  @Column('numeric')
  denominator!: string;

  @Column('numeric')
  target!: string;

  /** Percentage points; positive is good. */
  @Column('numeric', { nullable: true })
  margin!: string | null;

  @Column('numeric')
  coverage!: string;

  @Column('text')
  budgetUnit!: Judgement['unit'];

  @Column('numeric')
  budgetTotal!: string;

  @Column('numeric')
  budgetUsed!: string;

  @Column('numeric')
  budgetLeft!: string;

  /** null when the total is 0. */
  @Column('numeric', { nullable: true })
  budgetLeftPercent!: string | null;

  @Column('jsonb')
  judgement!: StoredJudgement;

  @Column('text')
  ruleVersion!: string;

  /** Of everything that the calculation said, evidence too: judged again to the same, nothing of it is written again. */
  @Column('bytea', { nullable: true, select: false })
  digest!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  dataAsOf!: Date | null;

  @Column('timestamptz')
  evaluatedAt!: Date;

  /** null on a frozen one = it closed by itself. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'period_result_frozen_by_fkey' })
  frozenById!: string | null;

  @Column('timestamptz', { nullable: true })
  frozenAt!: Date | null;

  /** Why this revision replaced the one before; null for the first. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** figure − figure of the revision before. */
  @Column('numeric', { nullable: true })
  difference!: string | null;

  @Column('boolean', { default: false })
  hasLateData!: boolean;
}
