import type { PeriodOutcome as Outcome, ResultState, Verdict } from '@accord/domain';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { ResultStateEnum, VerdictEnum } from '../results/period-result.type.js';

@ObjectType()
export class OutcomeCredit {
  @Field(() => DecimalScalar, { description: 'Of the charge.' })
  percent!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'null where the agreement names no charge.' })
  amount!: string | null;

  @Field()
  currency!: string;
}

@ObjectType({ description: 'What a period comes to.' })
export class PeriodOutcome {
  @Field(() => DecimalScalar, { nullable: true, description: 'Percent; null without data.' })
  figure!: string | null;

  @Field(() => VerdictEnum)
  verdict!: Verdict;

  @Field(() => DecimalScalar)
  budgetTotal!: string;

  @Field(() => DecimalScalar)
  budgetLeft!: string;

  @Field(() => OutcomeCredit, { nullable: true })
  credit!: OutcomeCredit | null;
}

@ObjectType({ description: 'What an exclusion makes of a period.' })
export class PeriodEffect {
  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => ResultStateEnum)
  state!: ResultState;

  @Field({ description: 'Of the budget: ms, tickets or events.' })
  unit!: string;

  @Field(() => PeriodOutcome)
  before!: Outcome;

  @Field(() => PeriodOutcome)
  after!: Outcome;

  @Field({ description: 'The period comes out differently by the exclusion.' })
  changes!: boolean;

  @Field({ description: 'A closed result comes out differently: it stays as it is until it is restated.' })
  restates!: boolean;

  @Field({
    description:
      'A closed result comes out differently without it too, by data that arrived since: only a restatement counts that.',
  })
  hasLateData!: boolean;
}
