import { WEBHOOK_EVENTS, type WebhookEvent } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, Matches, MaxLength } from 'class-validator';
import { payloadOf } from '../errors/payload-of.js';
import { UserError } from '../errors/user-error.type.js';
import { connectionOf } from '../graphql/connection.js';
import { upperSnakeEnum } from '../graphql/upper-snake-enum.js';
import { DELIVERY_STATES, type DeliveryState } from './webhook-delivery.entity.js';
import { WEBHOOK_STATES, type WebhookState } from './webhook.entity.js';

export const WebhookStateEnum = upperSnakeEnum(WEBHOOK_STATES);
registerEnumType(WebhookStateEnum, { name: 'WebhookState' });

export const DeliveryStateEnum = upperSnakeEnum(DELIVERY_STATES);
registerEnumType(DeliveryStateEnum, {
  name: 'WebhookDeliveryState',
  valuesMap: { dead: { description: 'Given up; it can be sent again by hand.' } },
});

/** `order.submitted` is `ORDER_SUBMITTED`. */
export const WebhookEventEnum = Object.fromEntries(
  WEBHOOK_EVENTS.map((event) => [
    event
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .replace('.', '_')
      .toUpperCase(),
    event,
  ]),
);
registerEnumType(WebhookEventEnum, { name: 'WebhookEvent' });

@ObjectType({ description: 'A server of others that is told of events, or that does tasks of orders.' })
export class Webhook {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'By which service definitions name it.' })
  slug!: string;

  @Field()
  url!: string;

  @Field(() => [WebhookEventEnum])
  events!: WebhookEvent[];

  @Field(() => WebhookStateEnum)
  state!: WebhookState;

  @Field(() => Int)
  version!: number;

  @Field()
  madeAt!: Date;

  @Field(() => Int, { description: 'Deliveries that are still being tried.' })
  waiting?: number;

  @Field(() => Int, { description: 'Deliveries that were given up.' })
  dead?: number;
}

@ObjectType({ description: 'One try to deliver. What the server of others wrote is not kept.' })
export class WebhookAttempt {
  @Field(() => Int)
  number!: number;

  @Field()
  at!: Date;

  @Field(() => Int)
  durationMs!: number;

  @Field(() => Int, { nullable: true, description: 'Of HTTP; null when there was no answer.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there was no answer.' })
  error!: string | null;
}

@ObjectType()
export class WebhookDelivery {
  @Field(() => ID, { description: 'Also the id of the event that the receiver gets.' })
  id!: string;

  @Field({ description: 'Noun and past participle, such as order.submitted.' })
  event!: string;

  @Field()
  subjectType!: string;

  @Field(() => ID)
  subjectId!: string;

  @Field({ description: 'The event as it is sent: CloudEvents 1.0 as JSON.' })
  body!: string;

  @Field()
  madeAt!: Date;

  @Field(() => DeliveryStateEnum)
  state!: DeliveryState;

  @Field(() => Date, { nullable: true })
  nextAt!: Date | null;

  @Field(() => [WebhookAttempt], { description: 'First to last.' })
  attempts?: WebhookAttempt[];
}

@ObjectType()
export class WebhookDeliveryConnection extends connectionOf(WebhookDelivery, 'WebhookDelivery') {}

@ObjectType({ description: 'How the server that takes our mail did lately.' })
export class MailServer {
  @Field({ description: 'Whether SMTP_URL is set; without it no mail is tried.' })
  configured!: boolean;

  @Field(() => Date, { nullable: true })
  lastSentAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when nothing was taken; null while it works.' })
  failingSince!: Date | null;

  @Field(() => String, { nullable: true })
  lastError!: string | null;
}

@InputType()
export class AddWebhookInput {
  @Field()
  @MaxLength(60)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: '$property must be small letters and digits, joined by single hyphens',
  })
  slug!: string;

  @Field()
  @MaxLength(2000)
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'None for one that only does tasks of orders.' })
  @IsArray()
  @ArrayMaxSize(200)
  events!: WebhookEvent[];
}

@InputType({ description: 'Omitted fields stay as they are. A webhook that has ended stays ended.' })
export class ChangeWebhookInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  url?: string | null;

  @Field(() => [WebhookEventEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  events?: WebhookEvent[] | null;

  @Field(() => WebhookStateEnum, { nullable: true })
  @IsOptional()
  state?: WebhookState | null;
}

@ObjectType()
export class WebhookSecretPayload {
  @Field(() => Webhook, { nullable: true })
  webhook!: Webhook | null;

  @Field(() => String, { nullable: true, description: 'What signatures are checked with; shown this once.' })
  secret!: string | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class ChangeWebhookPayload extends payloadOf('webhook', Webhook) {}

@ObjectType()
export class RedeliverWebhookPayload extends payloadOf('delivery', WebhookDelivery) {}
