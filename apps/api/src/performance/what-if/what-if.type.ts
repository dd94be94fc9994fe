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

  @Field(() => Money, {
    nullable: true,
    description: 'As it would be owed alone; null where no charge is agreed either.',
  })
  credit!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'What of it counts beside the credits of the other commitments: grouped, capped and earned back as the agreement says. Null where nothing is paid.',
  })
  counted!: Money | null;

  @Field(() => [ExplanationStep])
  explanation?: ExplanationStep[];

  @Field(() => [ExplanationStep], {
    description:
      'How the credits of all commitments come to what the agreement owes for the period; none where it owes nothing.',
  })
  owing?: ExplanationStep[];
}

@ObjectType({
  description:
    'What an agreement owes for the months compared by all its commitments, the others as of record; grouped and capped by the rule that makes claims.',
})
export class SupposedOwing {
  @Field(() => Money)
  owed!: Money;

  @Field(() => Money, {
    description:
      'What of it was given up: claims that were waived, rejected or left to expire are not asked for again by other terms either, up to what these owe for the period.',
  })
  givenUp!: Money;

  @Field(() => Money, { description: 'Owed less given up.' })
  left!: Money;
}

@ObjectType({ description: 'The same history under one set of terms.' })
export class SupposedTerms {
  @Field(() => [SupposedResult], { description: 'Oldest first; periods before the first terms in force are left out.' })
  results!: SupposedResult[];

  @Field(() => Int)
  met!: number;

  @Field(() => Int)
  missed!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'What is owed for the commitment: the sum of what counts; null where nothing has an amount.',
  })
  credit!: Money | null;

  @Field(() => SupposedOwing, {
    nullable: true,
    description: 'Null where no money moves: under an OLA that names no remedy, or without a charge.',
  })
  agreement!: SupposedOwing | null;
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

  @Field(() => Money, {
    nullable: true,
    description:
      'What claims of these months ask for. As agreed comes to the same, unless a month is not closed, or more became known since it was.',
  })
  asked!: Money | null;
}
