import { Field, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from './scalars.js';

@ObjectType({ description: 'An amount of money, exact, in an ISO 4217 currency.' })
export class Money {
  @Field(() => DecimalScalar)
  amount!: string;

  @Field()
  currency!: string;
}
