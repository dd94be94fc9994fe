import { EXPOSURE_GROUPS } from '@accord/domain';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '../../platform/graphql/money.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const ExposureGroupEnum = upperSnakeEnum(EXPOSURE_GROUPS);

registerEnumType(ExposureGroupEnum, { name: 'ExposureGroup' });

@ObjectType({ description: 'What an exposure is made of: a part of a claim, or what an open period would owe alone.' })
export class ExposedCredit {
  @Field({ description: 'We owe it to customers; otherwise a provider owes it to us.' })
  isOwed!: boolean;

  @Field({ description: 'Its period is missed so far, but not closed.' })
  isAtRisk!: boolean;

  @Field({ description: 'Paid, set off, on a closed bill or credited by hand.' })
  isCredited!: boolean;

  @Field()
  period!: string;
}

@ObjectType({
  description:
    'Credits owed to customers less what is recoverable from providers, of a month, a service or a provider, or in total, in one currency.',
})
export class CreditExposure {
  @Field(() => String, { nullable: true, description: 'Such as 2026-03; null unless grouped by month.' })
  month!: string | null;

  @Field(() => Money, { description: 'To customers, whatever is not given up, after grouping and caps.' })
  owed!: Money;

  @Field(() => Money, { description: 'From providers, whatever is not given up, after grouping and caps.' })
  recoverable!: Money;

  @Field(() => Money, { description: 'Owed less recoverable: what is left to us.' })
  left!: Money;

  @Field(() => Money, { description: 'Of `owed`: what is not credited yet.' })
  owedOutstanding!: Money;

  @Field(() => Money, { description: 'Of `recoverable`: what is not credited yet.' })
  recoverableOutstanding!: Money;

  @Field(() => Money, { description: 'Of open periods that are missed so far, before grouping and caps.' })
  owedAtRisk!: Money;

  @Field(() => Money, { description: 'As owedAtRisk.' })
  recoverableAtRisk!: Money;
}
