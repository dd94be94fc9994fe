import {
  ITEM_STANDINGS,
  ORDER_KINDS,
  ORDER_MOVES,
  ORDER_PARTIES,
  ORDER_STATES,
  TASK_STATES,
  type OrderKind,
  type OrderMove,
  type OrderParty,
  type OrderState,
} from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Limit } from '../catalog/plans/limit.type.js';
import { countedConnectionOf } from '../platform/graphql/connection.js';
import { Facet } from '../platform/graphql/facet.type.js';
import { JsonScalar } from '../platform/graphql/json.scalar.js';
import { CalendarDateScalar, DecimalScalar } from '../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';
import { DroppedAnswer } from './form/order-form.type.js';

const ORDER_SCOPES = ['mine', 'toDecide', 'approvals', 'work', 'all'] as const;
export type OrderScope = (typeof ORDER_SCOPES)[number];

const ASSIGNED = ['me', 'nobody', 'others'] as const;
/** Who has taken the task of an order: the viewer, nobody yet, or somebody else. */
export type Assigned = (typeof ASSIGNED)[number];

const DELIVERY_VERDICTS = ['running', 'met', 'breached'] as const;

export const OrderKindEnum = upperSnakeEnum(ORDER_KINDS);
export const OrderStateEnum = upperSnakeEnum(ORDER_STATES);
export const OrderScopeEnum = upperSnakeEnum(ORDER_SCOPES);
export const AssignedEnum = upperSnakeEnum(ASSIGNED);
export const TaskStateEnum = upperSnakeEnum(TASK_STATES);
export const ItemStandingEnum = upperSnakeEnum(ITEM_STANDINGS);
const OrderMoveEnum = upperSnakeEnum(Object.keys(ORDER_MOVES) as OrderMove[]);
const OrderPartyEnum = upperSnakeEnum(ORDER_PARTIES);
const DeliveryVerdictEnum = upperSnakeEnum(DELIVERY_VERDICTS);

registerEnumType(OrderKindEnum, { name: 'OrderKind' });
registerEnumType(OrderStateEnum, { name: 'OrderState' });
registerEnumType(OrderScopeEnum, {
  name: 'OrderScope',
  description:
    'MINE: requested by or for the viewer. TO_DECIDE: wait for the viewer to approve or reject them. APPROVALS: the viewer decides, or could have. WORK: fulfilled by a team of the viewer. ALL: everything that the viewer reads.',
});
registerEnumType(AssignedEnum, {
  name: 'Assigned',
  description: 'Who has taken the task of an order: the viewer, nobody yet, or somebody else.',
});
registerEnumType(ItemStandingEnum, {
  name: 'OrderItemStanding',
  description: 'FAILED: it was given up, alone or as the rest of its order.',
});
registerEnumType(OrderMoveEnum, { name: 'OrderMove' });
registerEnumType(OrderPartyEnum, {
  name: 'OrderParty',
  description: 'NOBODY: a rule, a date or silence.',
});
registerEnumType(TaskStateEnum, { name: 'TaskState' });
registerEnumType(DeliveryVerdictEnum, { name: 'DeliveryVerdict' });

@ObjectType({ description: 'A wish for services, on its way from a draft to subscriptions.' })
export class Order {
  @Field(() => ID)
  id!: string;

  @Field(() => OrderStateEnum)
  state!: OrderState;

  @Field(() => OrderStateEnum, { nullable: true, description: 'Where it goes on once the question is answered.' })
  resumesAs!: OrderState | null;

  @Field(() => Boolean, { description: "Whether the requester waits for the team's answer to a cancellation." })
  cancellationAsked!: boolean;

  @Field()
  reason!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day on which the work begins; null = at once.' })
  startOn!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'To what the bundle of the items asks once; null once it is submitted, and where there is none.',
  })
  bundleAnswers!: object | null;

  @Field(() => Date)
  draftedAt!: Date;

  @Field(() => Date, { nullable: true })
  submittedAt!: Date | null;

  @Field(() => Date, { description: 'Since when it is in this state.' })
  stateSince!: Date;

  @Field(() => Date, { nullable: true, description: 'When silence accepts what was delivered.' })
  acceptBy!: Date | null;

  @Field(() => Int, {
    description:
      'Counts the changes of a draft and of its plans; sent back with an edit or the submission, it keeps out what was decided on something older.',
  })
  version!: number;
}

@ObjectType({ description: 'The bundle that an item was chosen from, as it was called then.' })
export class OrderedBundle {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'Key of the item within it.' })
  part!: string;
}

@ObjectType({ description: 'One line of an order: a new subscription, or a change of a live one.' })
export class OrderItem {
  @Field(() => ID)
  id!: string;

  @Field(() => OrderKindEnum)
  kind!: OrderKind;

  @Field(() => Int)
  quantity!: number;

  @Field(() => [Limit], { description: 'What it sets aside; of a draft, what it says of that.' })
  limits!: readonly Limit[];

  @Field(() => JsonScalar, { description: "To the service's form, by the name of the field." })
  answers!: object;

  @Field(() => ID, { nullable: true, description: 'Version of the service whose form was filled in.' })
  serviceVersionId!: string | null;

  @Field(() => [DroppedAnswer])
  droppedAnswers!: DroppedAnswer[];

  @Field(() => Date, { nullable: true })
  deliveredAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'By itself, or with the order.' })
  acceptedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was given up, alone or as the rest of its order.' })
  failedAt!: Date | null;

  @Field(() => String, { nullable: true })
  failedBecause!: string | null;
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

@ObjectType({ description: 'A stretch in which an order waited for its requester.' })
export class RequesterWait {
  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { nullable: true, description: 'Null = it still waits.' })
  to!: Date | null;
}

@ObjectType({ description: 'The promise on the delivery of an item, judged by the same clock as tickets.' })
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

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Open time used beyond what was promised, in hours; null while it is in time. It stands still with the clock.',
  })
  overdueHours!: string | null;

  @Field(() => [RequesterWait], {
    description:
      'What does not use up the promised time: questions until they are answered, what the requester held, and the wait for the chosen day.',
  })
  waited!: RequesterWait[];
}

@ObjectType()
export class OrderEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => OrderMoveEnum, { nullable: true, description: 'Null for the drafting.' })
  move!: OrderMove | null;

  @Field(() => OrderPartyEnum, { description: 'As what the mover moved it.' })
  party!: OrderParty;

  @Field(() => OrderStateEnum, { name: 'from', nullable: true })
  fromState!: OrderState | null;

  @Field(() => OrderStateEnum, { name: 'to' })
  toState!: OrderState;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}
