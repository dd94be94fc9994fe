import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from '../platform/errors/user-error.type.js';
import { Money } from '../platform/graphql/money.type.js';

@ObjectType({
  description: 'For the whole quantity. A price per unit counts the quantity as its units; use beyond it is metered.',
})
export class OrderCost {
  @Field(() => Money)
  oneOff!: Money;

  @Field(() => Money, { description: 'All recurring and per-unit prices, per month, for display.' })
  monthly!: Money;

  @Field(() => Money, {
    description:
      'What is reserved: (one-off + recurring × periods left in the budget period) × quantity. Without a budget, of the first periods alone.',
  })
  total!: Money;
}

@ObjectType({ description: 'What an order would cost and who would decide, before one commits.' })
export class OrderQuote {
  @Field(() => OrderCost)
  cost!: OrderCost;

  @Field(() => Date, { nullable: true, description: 'When it would be due, if it were submitted now.' })
  dueAt!: Date | null;

  @Field(() => [UserError], {
    description: 'Sentences that would refuse the submission now; empty when it would go through.',
  })
  refusals!: UserError[];
}
