import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event for one webhook, however often it is tried. */
@Entity('webhook_delivery')
@Index('webhook_delivery_webhook_index', ['webhookId', 'id'])
@Index('webhook_delivery_open_index', ['webhookId', 'state'], { where: `"state" <> 'delivered'` })
@Check('webhook_delivery_state_check', `"state" IN ('waiting', 'delivered', 'dead')`)
@Check('webhook_delivery_attempts_check', `"attempts" >= 0`)
@Check('webhook_delivery_next_check', `("state" = 'waiting') = ("next_at" IS NOT NULL)`)
@Check('webhook_delivery_reply_check', `"state" = 'waiting' OR "reply_token" IS NULL`)
export class WebhookDeliveryEntity {
  /** Also the id of the event, by which the receiver knows it when it comes again. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_delivery_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('webhook', { name: 'webhook_delivery_webhook_fkey' })
  webhookId!: string;

  /** Noun and past participle, such as `order.submitted`. */
  @Column('text')
  event!: string;

  @Column('text')
  subjectType!: string;

  @Column('text')
  subjectId!: string;

  /** The event as it is sent, to the letter. */
  @Column('text')
  body!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('text')
  state!: DeliveryState;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { nullable: true })
  nextAt!: Date | null;

  /** By which the receiver may answer later; forgotten once it was sent. */
  @Column('text', { nullable: true })
  replyToken!: string | null;
}
