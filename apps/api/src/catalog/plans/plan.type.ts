import { BILLING_PERIODS, PRICE_KINDS, type BillingPeriod, type PriceKind } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const PriceKindEnum = upperSnakeEnum(PRICE_KINDS);
export const BillingPeriodEnum = upperSnakeEnum(BILLING_PERIODS);

registerEnumType(PriceKindEnum, { name: 'PriceKind' });
registerEnumType(BillingPeriodEnum, { name: 'BillingPeriod' });

@ObjectType()
export class PriceComponent {
  @Field(() => ID)
  id!: string;

  @Field(() => PriceKindEnum)
  kind!: PriceKind;

  @Field()
  label!: string;

  @Field(() => DecimalScalar, {
    description: "In the plan's currency; a unit price may have more decimals than the currency.",
  })
  amount!: string;

  @Field(() => BillingPeriodEnum, {
    nullable: true,
    description: 'For recurring and per-unit prices; a unit price without it counts each unit once.',
  })
  per!: BillingPeriod | null;

  @Field(() => String, { nullable: true, description: 'For per-unit prices: the unit counted.' })
  unitName!: string | null;
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

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, {
    description: 'Counts the changes; sent back with an edit, it keeps the edit of something older out.',
  })
  version!: number;
}
