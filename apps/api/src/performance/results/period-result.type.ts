import { RESULT_STATES, VERDICTS, type ResultState, type Verdict } from '@accord/domain';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const VerdictEnum = upperSnakeEnum(VERDICTS);
export const ResultStateEnum = upperSnakeEnum(RESULT_STATES);

registerEnumType(VerdictEnum, { name: 'Verdict' });
registerEnumType(ResultStateEnum, { name: 'ResultState' });

@ObjectType({
  description:
    'What may still go wrong. In milliseconds (availability), tickets or events; left is negative once spent.',
})
export class ErrorBudget {
  @Field()
  unit!: string;

  @Field(() => DecimalScalar)
  total!: string;

  @Field(() => DecimalScalar)
  used!: string;

  @Field(() => DecimalScalar)
  left!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'left ÷ total in percent; null when total is 0.' })
  leftPercent!: string | null;
}

@ObjectType()
export class BurndownPoint {
  @Field(() => Date)
  at!: Date;

  @Field(() => DecimalScalar)
  leftPercent!: string;
}

@ObjectType()
export class BudgetProjection {
  @Field(() => Date, { description: 'The end of the period.' })
  at!: Date;

  @Field(() => DecimalScalar, {
    description: 'What is then left of all that the period allows, in percent; below 0 where more is spent.',
  })
  leftPercent!: string;

  @Field(() => Date, { nullable: true, description: 'When nothing is left; null where it lasts until the end.' })
  exhaustedAt!: Date | null;
}

@ObjectType({
  description:
    'How many times faster than allowed errors came: 1 uses up the budget exactly at the end of the period. Null where nothing was measured.',
})
export class BurnRates {
  @Field(() => DecimalScalar, { nullable: true, description: 'Over the last 24 hours of the period.' })
  day!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Over the last 7 days, as far as they lie in the period.',
  })
  week!: string | null;
}

@ObjectType()
export class DayAvailability {
  @Field(() => CalendarDateScalar)
  date!: string;

  @Field(() => Float)
  downMs!: number;

  @Field(() => Float, { description: 'Service hours of the day, as far as judged; 0 = closed: nothing was promised.' })
  openMs!: number;

  @Field({ description: 'Something is known of its service hours; false on a closed day too.' })
  hasData!: boolean;
}

@ObjectType({ description: 'What the percentile that is promised came to, over the whole period.' })
export class ReachedPercentile {
  @Field(() => Float, {
    nullable: true,
    description: 'In the unit of the limit, at most 1 % off; null where nothing was measured, or it is beyond.',
  })
  value!: number | null;

  @Field({ description: 'It lies above the greatest bucket of a histogram, so that nobody knows its value.' })
  beyond!: boolean;
}

@ObjectType({ description: 'How many answers to a survey gave a score.' })
export class ScoreCount {
  @Field(() => Int)
  score!: number;

  @Field(() => Int)
  answers!: number;

  @Field(() => DecimalScalar, { description: 'Of all answers, percent; all scores are 100.0 together.' })
  sharePercent!: string;
}

@ObjectType({
  description: 'What was measured for a commitment in a period, and the verdict. Every screen reads this one record.',
})
export class PeriodResult {
  @Field(() => ID)
  id!: string;

  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => Date)
  from!: Date | string;

  @Field(() => Date)
  to!: Date | string;

  @Field()
  timeZone!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => ResultStateEnum)
  state!: ResultState;

  @Field(() => VerdictEnum)
  verdict!: Verdict;

  @Field({
    description: 'Missed by the contract, whatever the figure, because data that the provider owes is missing.',
  })
  deemed!: boolean;

  @Field({ description: 'Missed and frozen: a breach. A restatement may take it back.' })
  breached!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Measured percent, rounded for display by the rule of the result; null without data.',
  })
  figure!: string | null;

  @Field(() => ReachedPercentile, {
    nullable: true,
    description:
      'Of a commitment on values; null of any other one, and where a figure of record took the place of ours.',
  })
  percentile!: ReachedPercentile | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The unrounded ratio and what it was divided from: milliseconds or events.',
  })
  ratio!: string | null;

  @Field(() => DecimalScalar)
  numerator!: string;

  @Field(() => DecimalScalar)
  denominator!: string;

  @Field(() => DecimalScalar)
  target!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'figure − target in percentage points; positive is good; null without data.',
  })
  margin!: string | null;

  @Field(() => DecimalScalar)
  coverage!: string;

  @Field(() => ErrorBudget)
  budget!: ErrorBudget;

  @Field(() => String, { nullable: true, description: 'Why this revision replaced the one before.' })
  reason!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'figure − figure of the revision before, percentage points.',
  })
  difference!: string | null;

  @Field()
  ruleVersion!: string;

  @Field(() => Date, { nullable: true, description: 'Newest measurement that was known when this was judged.' })
  dataAsOf!: Date | string | null;

  @Field(() => Date)
  evaluatedAt!: Date | string;

  @Field({
    description: 'Data, maintenance or an exclusion arrived after this result was frozen; restating would change it.',
  })
  hasLateData!: boolean;

  @Field({
    description: 'The period has ended, and the viewer may freeze its result; nobody who is measured by it may.',
  })
  viewerCanClose!: boolean;

  @Field({
    description:
      'The result is frozen, and the viewer may judge it again; nobody who is measured by it may, nor better it by data that they brought, and nobody may what both sides settled.',
  })
  viewerCanRestate!: boolean;
}
