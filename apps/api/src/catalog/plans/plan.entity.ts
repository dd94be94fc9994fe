import type { LimitRange, Renewal } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A way to buy a service, as its published version says; only the publication of a version writes it. */
@Entity('plan')
@Unique('plan_slug_key', ['serviceId', 'slug'])
@Index('plan_agreement_index', ['agreementId'])
@Check('plan_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('plan_name_check', `btrim("name") <> ''`)
@Check('plan_currency_check', `"currency" ~ '^[A-Z]{3}$'`)
@Check('plan_delivery_check', `num_nulls("delivery_hours", "delivery_calendar_id") IN (0, 2)`)
@Check('plan_delivery_hours_check', `"delivery_hours" > 0`)
@Check('plan_term_check', `num_nulls("term_months", "renewal") IN (0, 2) AND "term_months" >= 1`)
@Check('plan_renewal_check', `"renewal" IN ('automatic', 'onRequest')`)
export class PlanEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'plan_service_fkey' })
  serviceId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  /** ISO 4217; the same for the whole life of the plan. */
  @Column('text')
  currency!: string;

  /** The SLA whose commitments come with the plan. */
  @Column('uuid', { nullable: true })
  @ForeignKey('agreement', { name: 'plan_agreement_fkey' })
  agreementId!: string | null;

  /** Open time in which an order is delivered, measured from submission; null = nothing promised. */
  @Column('numeric', { nullable: true })
  deliveryHours!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('service_calendar', { name: 'plan_delivery_calendar_fkey' })
  deliveryCalendarId!: string | null;

  /** How long a subscription is bound; null = until somebody ends it. */
  @Column('smallint', { nullable: true })
  termMonths!: number | null;

  @Column('text', { nullable: true })
  renewal!: Renewal | null;

  /** Place among the plans of the service, from 0. */
  @Column('smallint')
  position!: number;

  /** How much can be set aside, of units of which that is not anything above nothing. */
  @Column('jsonb', { default: [] })
  limits!: readonly LimitRange[];

  /** Whether its price is told on request: then nobody orders it by themselves. */
  @Column('boolean', { default: false })
  priceOnRequest!: boolean;

  /** Last day on which it can be ordered; null = open. */
  @Column('date', { nullable: true })
  endsOn!: string | null;

  /** Counts the changes, those of prices too. */
  @VersionColumn()
  version!: number;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
