import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.type.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { SERVICE_CREDIT_STATES, type ServiceCreditState } from './service-credit.entity.js';

const ServiceCreditStateEnum = upperSnakeEnum(SERVICE_CREDIT_STATES);

registerEnumType(ServiceCreditStateEnum, { name: 'ServiceCreditState' });

@ObjectType({
  description:
    'What a breach would owe alone; null `amount` where the agreement names no charge. What is owed is its share of a claim.',
})
export class ServiceCredit {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { description: 'When it was posted.' })
  at!: Date | string;

  @Field(() => DecimalScalar)
  percent!: string;

  @Field(() => Money, { nullable: true })
  charge!: Money | null;

  @Field(() => Money, { nullable: true })
  amount!: Money | null;

  @Field()
  capped!: boolean;

  @Field()
  belowMinimum!: boolean;

  @Field(() => ServiceCreditStateEnum)
  state!: ServiceCreditState;

  @Field(() => Money, {
    nullable: true,
    description:
      'What a restatement changed: amount − amount of what it corrects. Null for the first, and without a charge.',
  })
  difference!: Money | null;
}

@ObjectType()
export class ServiceCreditConnection extends countedConnectionOf(ServiceCredit, 'ServiceCredit') {}

@ObjectType({ description: 'A commitment missed in a frozen period.' })
export class Breach {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Date, { nullable: true })
  supersededAt!: Date | null;
}

@ObjectType()
export class BreachConnection extends countedConnectionOf(Breach, 'Breach') {}
