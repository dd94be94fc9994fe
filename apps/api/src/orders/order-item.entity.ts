import type { DroppedAnswer, FulfilmentTemplate, Limit, OrderKind, Renewal } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { KINDS } from './order-checks.js';
import type { PinnedPrice } from './order.entity.js';

const PINNED = `"prices", "one_off", "monthly", "yearly", "contract_value", "total", "cost_explanation", "fulfilment"`;
const BUNDLE = `num_nulls("bundle_id", "bundle_part", "bundle_name") IN (0, 3) AND ("bundle_id" IS NULL OR "kind" = 'subscribe')`;
const FAILED = `num_nulls("failed_at", "failed_because") IN (0, 2) AND ("failed_at" IS NULL OR "accepted_at" IS NULL)`;

/** One line of an order: a new subscription, or a change of a live one. What was pinned at submission never changes. */
@Entity('order_item')
@Unique('order_item_position_key', ['orderId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
@Index('order_item_plan_index', ['planId'])
@Index('order_item_subscription_index', ['subscriptionId', 'id'])
@Index('order_item_held_back_index', ['heldBackTo', 'subscriptionId'], {
  where: `"kind" = 'change' AND "accepted_at" IS NOT NULL`,
})
@Check('order_item_kind_check', `"kind" IN (${KINDS})`)
@Check('order_item_position_check', `"position" BETWEEN 0 AND 49`)
@Check('order_item_quantity_check', `"quantity" BETWEEN 1 AND 100000`)
@Check('order_item_bundle_check', BUNDLE)
@Check('order_item_subscription_check', `"kind" = 'subscribe' OR "subscription_id" IS NOT NULL`)
@Check('order_item_amounts_check', `"one_off" >= 0 AND "monthly" >= 0 AND "monthly_before" >= 0 AND "total" >= 0`)
@Check('order_item_pinned_check', `num_nulls(${PINNED}) IN (0, 8)`)
@Check('order_item_announced_check', `num_nulls("announced_from", "announced_monthly") IN (0, 2)`)
@Check('order_item_term_check', `num_nulls("term_months", "renewal") IN (0, 2)`)
@Check('order_item_delivery_check', `num_nulls("delivery_hours", "delivery_calendar_version_id") IN (0, 2)`)
@Check('order_item_accepted_check', `"accepted_at" IS NULL OR "delivered_at" IS NOT NULL`)
@Check('order_item_failed_check', FAILED)
export class OrderItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_item_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'order_item_order_fkey' })
  orderId!: string;

  /** From 0. */
  @Column('smallint')
  position!: number;

  @Column('text')
  kind!: OrderKind;

  @Column('uuid')
  @ForeignKey('plan', { name: 'order_item_plan_fkey' })
  planId!: string;

  /** Version of the plan that the requester looked at; the pinned one from submission on. */
  @Column('int')
  planVersion!: number;

  /** Version of the service whose form was filled in. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_version', { name: 'order_item_service_version_fkey' })
  serviceVersionId!: string | null;

  @Column('int')
  quantity!: number;

  /** What it says of units to set aside; what it does set aside from submission on. */
  @Column('jsonb', { default: [] })
  limits!: readonly Limit[];

  /** The bundle that it was chosen from. */
  @Column('uuid', { nullable: true })
  @ForeignKey('bundle', { name: 'order_item_bundle_fkey' })
  bundleId!: string | null;

  /** Its key there. */
  @Column('text', { nullable: true })
  bundlePart!: string | null;

  /** What the bundle was called. */
  @Column('text', { nullable: true })
  bundleName!: string | null;

  /** What it changes; of a new subscription, what its acceptance began. */
  @Column('uuid', { nullable: true })
  @ForeignKey('subscription', { name: 'order_item_subscription_fkey' })
  subscriptionId!: string | null;

  /** Of the form, by the name of the field. */
  @Column('jsonb', { default: {} })
  answers!: Record<string, unknown>;

  /** Fields whose answers went no further, since another answer hid them. */
  @Column('jsonb', { default: [] })
  droppedAnswers!: DroppedAnswer[];

  @Column('jsonb', { nullable: true })
  prices!: PinnedPrice[] | null;

  @Column('numeric', { nullable: true })
  oneOff!: string | null;

  @Column('numeric', { nullable: true })
  monthly!: string | null;

  /** What the subscription cost before. */
  @Column('numeric', { nullable: true })
  monthlyBefore!: string | null;

  /** From when on it costs something else a month, as was announced; null = nothing was. */
  @Column('date', { nullable: true })
  announcedFrom!: string | null;

  @Column('numeric', { nullable: true })
  announcedMonthly!: string | null;

  /** What recurs in the first year. */
  @Column('numeric', { nullable: true })
  yearly!: string | null;

  /** Once, and over the whole term; of a year where there is none. */
  @Column('numeric', { nullable: true })
  contractValue!: string | null;

  @Column('numeric', { nullable: true })
  total!: string | null;

  /** Not binary: it keeps its values in the order in which they were told. */
  @Column('json', { nullable: true })
  costExplanation!: object[] | null;

  /** Last day of the term of its subscription that holds back what it would lower; null = nothing does. */
  @Column('date', { nullable: true })
  heldBackTo!: string | null;

  /** How long it is bound, in months; null = until it is terminated. */
  @Column('smallint', { nullable: true })
  termMonths!: number | null;

  @Column('text', { nullable: true })
  renewal!: Renewal | null;

  /** Calendar days from a termination, or the telling of a renewal, to its day. */
  @Column('smallint', { default: 0 })
  noticeDays!: number;

  /** Business days in which the requester says whether what was delivered is right. */
  @Column('smallint', { default: 5 })
  acceptanceDays!: number;

  @Column('numeric', { nullable: true })
  deliveryHours!: string | null;

  /** The hours by which the delivery is judged. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_calendar_version', { name: 'order_item_delivery_calendar_version_fkey' })
  deliveryCalendarVersionId!: string | null;

  /** What has to be done to deliver it. */
  @Column('jsonb', { nullable: true })
  fulfilment!: FulfilmentTemplate | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  /** By the requester; what the order's acceptance covers as a whole too. */
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** When it was given up, alone or as the rest of its order; also after its delivery. */
  @Column('timestamptz', { nullable: true })
  failedAt!: Date | null;

  @Column('text', { nullable: true })
  failedBecause!: string | null;
}
