import { Field, ObjectType } from '@nestjs/graphql';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'What is promised for a year for which there is no budget yet.' })
export class LaterYear {
  @Field(() => CalendarDateScalar)
  from!: string;

  @Field(() => CalendarDateScalar)
  to!: string;

  @Field(() => Money)
  cost!: Money;
}

@ObjectType({ description: 'What an order costs in a year after the one whose budget pays first.' })
export class LaterYearOfOrder extends LaterYear {
  @Field(() => Money, {
    nullable: true,
    description: 'Of its nearest budget; null where there is none yet, or for who may not see it.',
  })
  budgetLeft!: Money | null;

  @Field(() => Money, { nullable: true, description: 'What a budget further up takes; null = nothing.' })
  fromAbove!: Money | null;
}
