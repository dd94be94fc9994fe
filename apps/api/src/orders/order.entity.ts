import type { OrderState, PriceComponent } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { STATES } from './order-checks.js';

/** A price as it was when the order was submitted, or as it is. */
export type PinnedPrice = PriceComponent & { readonly id: string };

const PINNED = `"submitted_at", "currency", "one_off", "monthly", "total", "budget_id"`;
const RESUMES = `("resumes_as" IS NOT NULL) = ("state" = 'needsInformation') AND "resumes_as" IN ('awaitingApproval', 'approved', 'fulfilling')`;
const CANCELLATION = `NOT "cancellation_asked" OR "state" IN ('fulfilling', 'onHold', 'needsInformation', 'delivered')`;
const SUBMITTED_UNLESS_DRAFT = `"state" = 'cancelled' OR ("state" = 'draft') = ("submitted_at" IS NULL)`;
const DECIDED = `CASE WHEN "state" IN ('draft', 'submitted', 'awaitingApproval') OR "resumes_as" = 'awaitingApproval' THEN "decided_at" IS NULL WHEN "state" = 'cancelled' THEN true ELSE "decided_at" IS NOT NULL END`;
const SECOND_PERSON = `"decided_by_id" <> "requester_id" AND "decided_by_id" <> "beneficiary_id"`;

/** A wish for services, on its way from a draft to subscriptions; what was pinned at submission never changes. */
@Entity('service_order')
@Unique('service_order_number_key', ['number'])
@Index('service_order_drafted_index', ['draftedAt', 'id'])
@Index('service_order_requester_index', ['requesterId', 'draftedAt', 'id'])
@Index('service_order_beneficiary_index', ['beneficiaryId', 'draftedAt', 'id'])
@Index('service_order_unit_index', ['unitId', 'draftedAt', 'id'])
@Index('service_order_scheduled_index', ['startOn'], { where: `"state" = 'scheduled'` })
@Index('service_order_accept_index', ['acceptBy'], { where: `"state" = 'delivered'` })
@Check('service_order_state_check', `"state" IN (${STATES})`)
@Check('service_order_resumes_check', RESUMES)
@Check('service_order_cancellation_check', CANCELLATION)
@Check('service_order_scheduled_check', `"state" <> 'scheduled' OR "start_on" IS NOT NULL`)
@Check('service_order_accept_check', `"state" <> 'delivered' OR "accept_by" IS NOT NULL`)
@Check('service_order_amounts_check', `"one_off" >= 0 AND "monthly" >= 0 AND "total" >= 0`)
@Check('service_order_pinned_check', `num_nulls(${PINNED}) IN (0, 6)`)
@Check('service_order_submitted_check', SUBMITTED_UNLESS_DRAFT)
@Check('service_order_decided_check', `${DECIDED} AND ("decided_by_id" IS NULL OR "decided_at" IS NOT NULL)`)
@Check('service_order_bundle_answers_check', `"bundle_answers" IS NULL OR "submitted_at" IS NULL`)
@Check('service_order_second_person_check', SECOND_PERSON)
export class OrderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_order_pkey' })
  id!: string;

  /** Told to people with a letter before it. */
  @Column('int')
  number!: number;

  @Column('text')
  state!: OrderState;

  @Column('timestamptz')
  stateSince!: Date;

  /** The state that waits while something is asked. */
  @Column('text', { nullable: true })
  resumesAs!: OrderState | null;

  /** Whether the requester waits for the team's answer to a cancellation. */
  @Column('boolean', { default: false })
  cancellationAsked!: boolean;

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

  /** The day on which the work begins; null = at once. */
  @Column('date', { nullable: true })
  startOn!: string | null;

  /** Of a draft from a bundle: what is asked once, as it is answered so far. */
  @Column('jsonb', { nullable: true })
  bundleAnswers!: object | null;

  @Column('timestamptz')
  draftedAt!: Date;

  /** Changes of the draft; with the versions of its plans it makes the version that clients see. */
  @Column('int')
  changes!: number;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Column('numeric', { nullable: true })
  oneOff!: string | null;

  @Column('numeric', { nullable: true })
  monthly!: string | null;

  /** What was reserved. */
  @Column('numeric', { nullable: true })
  total!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('budget', { name: 'service_order_budget_fkey' })
  budgetId!: string | null;

  /** When silence accepts what was delivered. */
  @Column('timestamptz', { nullable: true })
  acceptBy!: Date | null;

  /** null where a rule decided. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'service_order_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
