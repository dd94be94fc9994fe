import { Field, ObjectType } from '@nestjs/graphql';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'What is promised for a year after the one whose budget pays first.' })
export class LaterYear {
  @Field(() => CalendarDateScalar)
  from!: string;

  @Field(() => CalendarDateScalar)
  to!: string;

  @Field(() => Money)
  cost!: Money;
}
