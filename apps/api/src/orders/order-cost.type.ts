import { Field, ObjectType } from '@nestjs/graphql';
import { PriceComponent } from '../catalog/plans/plan.type.js';
import { UserError } from '../platform/errors/user-error.type.js';
import { Money } from '../platform/graphql/money.type.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { DroppedAnswer } from './form/order-form.type.js';

@ObjectType({ description: 'Of all items of an order.' })
export class OrderCost {
  @Field(() => Money)
  oneOff!: Money;

  @Field(() => Money, { description: 'All recurring and per-unit prices, per month, for display.' })
  monthly!: Money;

  @Field(() => Money, { description: 'What is reserved: the part that falls into the budget period that pays.' })
  total!: Money;

  @Field(() => Money, { description: 'What recurs in the first year.' })
  yearly!: Money;

  @Field(() => Money, {
    description: 'The whole cost: once, and over the whole term of each item; of a year where there is none.',
  })
  contractValue!: Money;
}

@ObjectType({ description: 'What an item costs once other prices have reached it.' })
export class AnnouncedCost {
  @Field(() => CalendarDateScalar)
  from!: string;

  @Field(() => Money)
  monthly!: Money;
}

@ObjectType({
  description: 'For the whole quantity. A price per unit counts the quantity as its units; use beyond it is metered.',
})
export class OrderItemCost {
  @Field(() => Money)
  oneOff!: Money;

  @Field(() => Money, { description: 'All recurring and per-unit prices, per month, once it is accepted.' })
  monthly!: Money;

  @Field(() => Money, { nullable: true, description: 'The same before; null for a new subscription.' })
  monthlyBefore!: Money | null;

  @Field(() => AnnouncedCost, { nullable: true, description: 'Null where no other prices are announced.' })
  announced!: AnnouncedCost | null;

  @Field(() => Money, { description: 'What recurs in the first year, at the prices of its start and those announced.' })
  yearly!: Money;

  @Field(() => Money, {
    description:
      'What is reserved: (one-off + recurring × periods left in the budget period) × quantity, of a live subscription less what budgets have paid for the same days already. Without a budget, of the first periods alone.',
  })
  total!: Money;
}

export const HELD_BACK =
  'The last day of the term of its subscription that holds it back: a termination ends no earlier, and a change to less begins on the day after. Null where nothing does.';

@ObjectType({ description: 'What an item of an order would cost, and what stands against it.' })
export class QuotedItem {
  @Field(() => [PriceComponent], { description: 'Of the day on which it would begin.' })
  prices!: readonly PriceComponent[];

  @Field(() => OrderItemCost)
  cost!: OrderItemCost;

  @Field(() => Date, { nullable: true, description: 'When it would be due, if it were submitted now.' })
  dueAt!: Date | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: HELD_BACK })
  heldBackTo!: string | null;

  @Field(() => [DroppedAnswer], { description: 'Answers that would go no further, since another answer hides them.' })
  droppedAnswers!: DroppedAnswer[];

  @Field(() => [UserError], { description: 'Sentences that would refuse this item now.' })
  refusals!: UserError[];
}

@ObjectType({ description: 'What would come of an order, before one commits. Nothing is written.' })
export class OrderQuote {
  @Field(() => OrderCost)
  cost!: OrderCost;

  @Field(() => [QuotedItem], { description: 'In the order of the input.' })
  items!: QuotedItem[];

  @Field(() => Date, { nullable: true, description: 'When the last item would be due, if it were submitted now.' })
  dueAt!: Date | null;

  @Field(() => [UserError], {
    description: 'Sentences that would refuse the submission now, of items too; empty when it would go through.',
  })
  refusals!: UserError[];
}
