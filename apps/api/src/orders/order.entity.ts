import type { OrderKind, OrderState, PriceComponent } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A price as it was when the order was submitted, or as it is. */
export type PinnedPrice = PriceComponent & { readonly id: string };

const STATES = `'draft', 'submitted', 'awaitingApproval', 'approved', 'fulfilling', 'delivered', 'completed', 'rejected', 'cancelled', 'failed'`;
const PINNED = `"submitted_at", "prices", "one_off", "monthly", "total", "cost_explanation", "budget_id"`;
const SUBMITTED_UNLESS_DRAFT = `"state" = 'cancelled' OR ("state" = 'draft') = ("submitted_at" IS NULL)`;
const DECIDED = `CASE WHEN "state" IN ('draft', 'submitted', 'awaitingApproval') THEN "decided_by_id" IS NULL WHEN "state" = 'cancelled' THEN true ELSE "decided_by_id" IS NOT NULL END`;
const SECOND_PERSON = `"decided_by_id" <> "requester_id" AND "decided_by_id" <> "beneficiary_id"`;

/** A wish for a service, on its way from a draft to a subscription; what was pinned at submission never changes. */
@Entity('service_order')
@Unique('service_order_number_key', ['number'])
@Index('service_order_drafted_index', ['draftedAt', 'id'])
@Index('service_order_requester_index', ['requesterId', 'draftedAt', 'id'])
@Index('service_order_beneficiary_index', ['beneficiaryId', 'draftedAt', 'id'])
@Index('service_order_unit_index', ['unitId', 'draftedAt', 'id'])
@Index('service_order_plan_index', ['planId'])
@Check('service_order_kind_check', `"kind" IN ('subscribe')`)
@Check('service_order_state_check', `"state" IN (${STATES})`)
@Check('service_order_quantity_check', `"quantity" BETWEEN 1 AND 100000`)
@Check('service_order_amounts_check', `"one_off" >= 0 AND "monthly" >= 0 AND "total" >= 0`)
@Check('service_order_pinned_check', `num_nulls(${PINNED}) IN (0, 7)`)
@Check('service_order_submitted_check', SUBMITTED_UNLESS_DRAFT)
@Check('service_order_decided_check', `${DECIDED} AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL)`)
@Check('service_order_second_person_check', SECOND_PERSON)
@Check('service_order_delivery_check', `num_nulls("delivery_hours", "delivery_calendar_version_id") IN (0, 2)`)
@Check(
  'service_order_delivered_check',
  `("delivered_at" IS NOT NULL) = ("state" IN ('delivered', 'completed')) AND "delivered_at" >= "submitted_at"`,
)
export class OrderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_order_pkey' })
  id!: string;

  /** Told to people with a letter before it. */
  @Column('int')
  number!: number;

  @Column('text')
  kind!: OrderKind;

  @Column('text')
  state!: OrderState;

  @Column('timestamptz')
  stateSince!: Date;

  @Column('uuid')
  @ForeignKey('plan', { name: 'service_order_plan_fkey' })
  planId!: string;

  /** Version of the plan that the requester looked at; the pinned one from submission on. */
  @Column('int')
  planVersion!: number;

  @Column('int')
  quantity!: number;

  /** Who pays. */
  @Column('uuid')
  @ForeignKey('business_unit', { name: 'service_order_unit_fkey' })
  unitId!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'service_order_requester_fkey' })
  requesterId!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'service_order_beneficiary_fkey' })
  beneficiaryId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  draftedAt!: Date;

  /** Changes of the draft. */
  @Column('int')
  changes!: number;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  prices!: PinnedPrice[] | null;

  @Column('numeric', { nullable: true })
  oneOff!: string | null;

  @Column('numeric', { nullable: true })
  monthly!: string | null;

  /** What was reserved. */
  @Column('numeric', { nullable: true })
  total!: string | null;

  /** Not binary: it keeps its values in the order in which they were told. */
  @Column('json', { nullable: true })
  costExplanation!: object[] | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('budget', { name: 'service_order_budget_fkey' })
  budgetId!: string | null;

  @Column('numeric', { nullable: true })
  deliveryHours!: string | null;

  /** The hours by which the delivery is judged. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_calendar_version', { name: 'service_order_delivery_calendar_version_fkey' })
  deliveryCalendarVersionId!: string | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'service_order_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
