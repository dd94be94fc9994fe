import {
  BILLING_PERIODS,
  PRICE_KINDS,
  RENEWALS,
  type BillingPeriod,
  type PriceKind,
  type Renewal,
} from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { LimitRange } from './limit.type.js';

export const PriceKindEnum = upperSnakeEnum(PRICE_KINDS);
export const BillingPeriodEnum = upperSnakeEnum(BILLING_PERIODS);

export const RenewalEnum = upperSnakeEnum(RENEWALS);

registerEnumType(RenewalEnum, { name: 'Renewal' });
registerEnumType(PriceKindEnum, { name: 'PriceKind' });
registerEnumType(BillingPeriodEnum, { name: 'BillingPeriod' });

@ObjectType({ description: 'A part of the units counted, from where the tier before ends.' })
export class PriceTier {
  @Field(() => DecimalScalar, { nullable: true, description: 'Inclusive; null = without end.' })
  upTo!: string | null;

  @Field(() => DecimalScalar, { description: 'Of each unit in the tier.' })
  amount!: string;
}

@ObjectType()
export class PriceComponent {
  @Field(() => ID)
  id!: string;

  @Field(() => PriceKindEnum)
  kind!: PriceKind;

  @Field()
  label!: string;

  @Field(() => DecimalScalar, {
    description:
      "In the plan's currency; a unit price may have more decimals than the currency. With tiers that of the first one.",
  })
  amount!: string;

  @Field(() => BillingPeriodEnum, {
    nullable: true,
    description: 'A price per unit without it counts each unit once; null for what is paid once.',
  })
  per!: BillingPeriod | null;

  @Field(() => String, {
    nullable: true,
    description: 'The unit counted: ordered (PER_UNIT), measured (METERED) or set aside (LIMIT).',
  })
  unitName!: string | null;

  @Field(() => [PriceTier], {
    nullable: true,
    description: 'Graduated: each unit costs what its own tier says. Null: every unit costs the amount.',
  })
  tiers?: readonly PriceTier[] | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Of a LIMIT that was ordered: how many are set aside. Null elsewhere; where a LIMIT was ordered with none, the quantity.',
  })
  units?: string | null;
}

@ObjectType({ description: 'All prices of a plan from a day on.' })
export class PriceList {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar, { name: 'from', description: 'First day for new orders.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { name: 'to', nullable: true, description: 'Last day for new orders; null = open.' })
  toDate!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First day for those who had the plan before; null = a newer list came before it reached them.',
  })
  subscribersFrom!: string | null;

  @Field(() => [PriceComponent])
  prices!: readonly PriceComponent[];
}

@ObjectType({ description: 'Prices that take the place of those of today, or the first ones of a plan.' })
export class AnnouncedPrices {
  @Field(() => CalendarDateScalar, { description: 'First day for new orders.' })
  from!: string;

  @Field(() => [PriceComponent])
  prices!: readonly PriceComponent[];
}

@ObjectType({ description: 'A way to buy a service: prices and the SLA whose commitments come with it.' })
export class Plan {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field()
  description!: string;

  @Field({ description: 'ISO 4217.' })
  currency!: string;

  @Field(() => Int, { nullable: true, description: 'Months for which a subscription is bound; null = no term.' })
  termMonths!: number | null;

  @Field(() => RenewalEnum, { nullable: true, description: 'What happens at the end of the term.' })
  renewal!: Renewal | null;

  @Field(() => [LimitRange], { description: 'Of units of which not just anything can be set aside.' })
  limits!: readonly LimitRange[];

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day on which it can be ordered; null = open.' })
  endsOn!: string | null;

  @Field({ description: 'Whether its price is told on request, by the owner of the service: then it is not ordered.' })
  priceOnRequest!: boolean;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Counts the changes of the plan, those of prices too.' })
  version!: number;
}
