import type { Renewal, SubscriptionState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A service in use: by whom, how much of it, who pays, and until when. Its history says how it came to be so. */
@Entity('subscription')
@Index('subscription_started_index', ['startedAt', 'id'])
@Index('subscription_unit_index', ['unitId', 'startedAt', 'id'])
@Index('subscription_owner_index', ['ownerId', 'startedAt', 'id'])
@Index('subscription_beneficiary_index', ['beneficiaryId', 'startedAt', 'id'])
@Index('subscription_service_index', ['serviceId'])
@Index('subscription_plan_index', ['planId'])
@Index('subscription_renews_index', ['renewsOn'], { where: `"state" <> 'ended'` })
@Index('subscription_ends_index', ['endsOn'], { where: `"state" <> 'ended'` })
@Check('subscription_state_check', `"state" IN ('active', 'suspended', 'ended')`)
@Check('subscription_quantity_check', `"quantity" BETWEEN 1 AND 100000`)
@Check('subscription_ended_check', `"state" <> 'ended' OR "ends_on" IS NOT NULL`)
@Check('subscription_ends_check', `"ends_on" >= "started_on"`)
@Check('subscription_renews_check', `"renews_on" > "started_on"`)
@Check('subscription_term_check', `num_nulls("terms_from", "renews_on", "term_months", "renewal") IN (0, 4)`)
@Check('subscription_renewal_check', `"renewal" IN ('automatic', 'onRequest')`)
export class SubscriptionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'subscription_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'subscription_service_fkey' })
  serviceId!: string;

  @Column('uuid')
  @ForeignKey('plan', { name: 'subscription_plan_fkey' })
  planId!: string;

  @Column('int')
  planVersion!: number;

  @Column('int')
  quantity!: number;

  /** Who pays. */
  @Column('uuid')
  @ForeignKey('business_unit', { name: 'subscription_unit_fkey' })
  unitId!: string;

  /** Whom it is for. */
  @Column('uuid')
  @ForeignKey('person', { name: 'subscription_beneficiary_fkey' })
  beneficiaryId!: string;

  /** Who answers for it: asked about renewals, price changes and its end. */
  @Column('uuid')
  @ForeignKey('person', { name: 'subscription_owner_fkey' })
  ownerId!: string;

  @Column('text')
  state!: SubscriptionState;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('date')
  startedOn!: string;

  /** First day of the first term, from which renewals count; null without a term. */
  @Column('date', { nullable: true })
  termsFrom!: string | null;

  /** First day of the next term; null without a term. */
  @Column('date', { nullable: true })
  renewsOn!: string | null;

  /** The last day. */
  @Column('date', { nullable: true })
  endsOn!: string | null;

  /** How long it is bound, in months; null = until it is terminated. */
  @Column('smallint', { nullable: true })
  termMonths!: number | null;

  @Column('text', { nullable: true })
  renewal!: Renewal | null;

  /** Calendar days from a termination, or the telling of a renewal, to its day. */
  @Column('smallint', { default: 0 })
  noticeDays!: number;

  /** The renewal of which its owner was told. */
  @Column('date', { nullable: true })
  renewalToldFor!: string | null;

  /** Counts the changes. */
  @Column('int', { default: 1 })
  version!: number;
}
