import {
  ORDER_KINDS,
  ORDER_STATES,
  TASK_STATES,
  type OrderKind,
  type OrderState,
  type TaskState,
} from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionOf } from '../platform/graphql/connection.js';
import { Facet } from '../platform/graphql/facet.type.js';
import { DecimalScalar } from '../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';

const ORDER_SCOPES = ['mine', 'approvals', 'work', 'all'] as const;
export type OrderScope = (typeof ORDER_SCOPES)[number];

const ASSIGNED = ['me', 'nobody', 'others'] as const;
/** Who has taken the task of an order: the viewer, nobody yet, or somebody else. */
export type Assigned = (typeof ASSIGNED)[number];

const DELIVERY_VERDICTS = ['running', 'met', 'breached'] as const;

const OrderKindEnum = upperSnakeEnum(ORDER_KINDS);
export const OrderStateEnum = upperSnakeEnum(ORDER_STATES);
export const OrderScopeEnum = upperSnakeEnum(ORDER_SCOPES);
export const AssignedEnum = upperSnakeEnum(ASSIGNED);
const TaskStateEnum = upperSnakeEnum(TASK_STATES);
const DeliveryVerdictEnum = upperSnakeEnum(DELIVERY_VERDICTS);

registerEnumType(OrderKindEnum, { name: 'OrderKind' });
registerEnumType(OrderStateEnum, { name: 'OrderState' });
registerEnumType(OrderScopeEnum, {
  name: 'OrderScope',
  description:
    'MINE: requested by or for the viewer. APPROVALS: the viewer decides, or could have. WORK: fulfilled by a team of the viewer. ALL: everything that the viewer reads.',
});
registerEnumType(AssignedEnum, {
  name: 'Assigned',
  description: 'Who has taken the task of an order: the viewer, nobody yet, or somebody else.',
});
registerEnumType(TaskStateEnum, { name: 'TaskState' });
registerEnumType(DeliveryVerdictEnum, { name: 'DeliveryVerdict' });

@ObjectType({ description: 'A wish for a service, on its way from a draft to a subscription.' })
export class Order {
  @Field(() => ID)
  id!: string;

  @Field(() => OrderKindEnum)
  kind!: OrderKind;

  @Field(() => OrderStateEnum)
  state!: OrderState;

  @Field(() => Int)
  quantity!: number;

  @Field()
  reason!: string;

  @Field(() => Date)
  draftedAt!: Date;

  @Field(() => Date, { nullable: true })
  submittedAt!: Date | null;

  @Field(() => Date, { description: 'Since when it is in this state.' })
  stateSince!: Date;

  @Field(() => Int, {
    description:
      'Counts the changes of a draft and of its plan; sent back with an edit or the submission, it keeps out what was decided on something older.',
  })
  version!: number;
}

@ObjectType()
export class OrderConnection extends countedConnectionOf(Order, 'Order') {
  @Field(() => [Facet], { description: 'state, counted with the search applied.' })
  facets?: Facet[];
}

@ObjectType({ description: 'What a budget owner decided.' })
export class ApprovalDecision {
  @Field()
  approved!: boolean;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType({ description: 'The promise on the delivery of one order, judged by the same clock as tickets.' })
export class OrderDelivery {
  @Field(() => DecimalScalar)
  targetHours!: string;

  @Field(() => Date, { nullable: true, description: 'Null where the calendar ends before.' })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true })
  deliveredAt!: Date | null;

  @Field(() => DeliveryVerdictEnum)
  verdict!: (typeof DELIVERY_VERDICTS)[number];

  @Field(() => DecimalScalar, { description: 'Open time used so far, in hours.' })
  elapsedHours!: string;
}

@ObjectType()
export class OrderEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => OrderStateEnum, { name: 'from', nullable: true })
  fromState!: OrderState | null;

  @Field(() => OrderStateEnum, { name: 'to' })
  toState!: OrderState;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType({ description: 'The work of a team that an approved order makes.' })
export class FulfilmentTask {
  @Field(() => ID)
  id!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType({ description: 'What a completed order began: the service, for somebody, at the pinned prices.' })
export class ServiceSubscription {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType()
export class SubscriptionConnection extends countedConnectionOf(ServiceSubscription, 'Subscription') {}
