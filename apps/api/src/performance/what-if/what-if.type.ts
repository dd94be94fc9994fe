import { type Verdict } from '@accord/domain';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/graphql/money.type.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import { ErrorBudget, VerdictEnum } from '../results/period-result.type.js';

@ObjectType({ description: 'A period as it would have been judged. Nothing of it is stored.' })
export class SupposedResult {
  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => VerdictEnum)
  verdict!: Verdict;

  @Field()
  deemed!: boolean;

  @Field(() => DecimalScalar, { nullable: true })
  figure!: string | null;

  @Field(() => DecimalScalar)
  target!: string;

  @Field(() => DecimalScalar, { nullable: true })
  margin!: string | null;

  @Field(() => DecimalScalar)
  coverage!: string;

  @Field(() => ErrorBudget)
  budget!: ErrorBudget;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of the charge; null where no credit is agreed.' })
  creditPercent!: string | null;

  @Field(() => Money, { nullable: true, description: 'Null where no charge is agreed either.' })
  credit!: Money | null;

  @Field(() => [ExplanationStep])
  explanation?: ExplanationStep[];
}

@ObjectType({ description: 'The same history under one set of terms.' })
export class SupposedTerms {
  @Field(() => [SupposedResult], { description: 'Oldest first; periods before the first terms in force are left out.' })
  results!: SupposedResult[];

  @Field(() => Int)
  met!: number;

  @Field(() => Int)
  missed!: number;

  @Field(() => Money, { nullable: true, description: 'The sum of the credits; null where none has an amount.' })
  credit!: Money | null;
}

@ObjectType({ description: 'Twelve months that have ended, judged by terms as they were and by others.' })
export class WhatIf {
  @Field(() => [String], {
    description: 'Oldest first. The newest four quarters where anything is judged by quarters.',
  })
  months!: string[];

  @Field(() => SupposedTerms, { description: 'By the terms that were in force, as judged now.' })
  asAgreed!: SupposedTerms;

  @Field(() => [SupposedTerms], { description: 'In the order asked.' })
  variants!: SupposedTerms[];
}
