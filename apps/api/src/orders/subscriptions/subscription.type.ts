import { SUBSCRIPTION_STATES, type OrderKind, type Renewal, type SubscriptionState } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RenewalEnum } from '../../catalog/plans/plan.type.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { OrderKindEnum } from '../order.type.js';

const SubscriptionStateEnum = upperSnakeEnum(SUBSCRIPTION_STATES);

registerEnumType(SubscriptionStateEnum, { name: 'SubscriptionState' });

@ObjectType({ description: 'A service in use: by whom, how much of it, who pays, and until when.' })
export class ServiceSubscription {
  @Field(() => ID)
  id!: string;

  @Field(() => SubscriptionStateEnum)
  state!: SubscriptionState;

  @Field(() => Int)
  quantity!: number;

  @Field(() => Int, { description: 'As pinned by the order that changed it last.' })
  planVersion!: number;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => CalendarDateScalar)
  startedOn!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'First day of the next term; null without a term.' })
  renewsOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Months for which it was ordered at a time; null = no term.' })
  termMonths!: number | null;

  @Field(() => RenewalEnum, { nullable: true, description: 'What happens at the end of its term.' })
  renewal!: Renewal | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day; null = none is known.' })
  endsOn!: string | null;

  @Field(() => Int, { description: 'Calendar days from a termination to the end.' })
  noticeDays!: number;

  @Field(() => Boolean, { description: 'Whether days on which it is suspended cost as much as others.' })
  suspendedIsCharged!: boolean;

  @Field(() => Int, { description: 'Counts the changes.' })
  version!: number;
}

@ObjectType()
export class SubscriptionConnection extends countedConnectionOf(ServiceSubscription, 'Subscription') {}

@ObjectType({ description: 'What a subscription is from a day on.' })
export class SubscriptionChange {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar, { name: 'from' })
  fromDate!: string;

  @Field(() => Date, { description: 'When it was written down.' })
  at!: Date;

  @Field(() => SubscriptionStateEnum)
  state!: SubscriptionState;

  @Field(() => Int)
  quantity!: number;

  @Field(() => Int)
  planVersion!: number;
}

@ObjectType({ description: 'What may be ordered of a subscription, and why not now.' })
export class SubscriptionAction {
  @Field(() => OrderKindEnum)
  kind!: OrderKind;

  @Field(() => String, { nullable: true, description: 'In one sentence; null when the viewer can order it now.' })
  refusal!: string | null;
}

@ObjectType()
export class ChangeSubscriptionOwnerPayload extends payloadOf('subscription', ServiceSubscription) {}
