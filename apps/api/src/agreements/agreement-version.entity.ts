import {
  type ClosingWay,
  EXCLUSION_CATEGORIES,
  type ExclusionCategory,
  type MaintenanceRules,
  type MeasuredBy,
  type RemedyTerms,
  type VersionState,
} from '@accord/domain';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { decisionColumns } from '../people/decision-columns.js';

/** The terms of an agreement from a day on. Of one agreement, at most one is in force on a day and one in the making. */
@Entity('agreement_version')
@Unique('agreement_version_number_key', ['agreementId', 'number'])
@Unique('agreement_version_agreement_key', ['id', 'agreementId'])
@Index('agreement_version_open_key', ['agreementId'], { unique: true, where: `"state" IN ('draft', 'proposed')` })
@Exclusion(
  'agreement_version_in_force_excl',
  `USING gist ("agreement_id" WITH =, daterange("effective_from", "effective_to", '[]') WITH &&) WHERE ("state" = 'inForce')`,
)
@Check('agreement_version_number_check', `"number" >= 1`)
@Check('agreement_version_state_check', `"state" IN ('draft', 'proposed', 'inForce', 'refused')`)
@Check(
  'agreement_version_range_check',
  `"effective_to" IS NULL OR ("state" = 'inForce' AND "effective_to" >= "effective_from")`,
)
@Check('agreement_version_charge_check', `"monthly_charge" >= 0`)
@Check('agreement_version_categories_check', `"exclusion_categories" <@ ARRAY['${EXCLUSION_CATEGORIES.join("', '")}']`)
@Check('agreement_version_measured_by_check', `"measured_by" IN ('us', 'provider', 'both')`)
@Check('agreement_version_objection_days_check', `"objection_days" BETWEEN 1 AND 366`)
@Check('agreement_version_remedy_check', `"remedy" ->> 'combination' IN ('sum', 'highest', 'points')`)
@Check('agreement_version_maintenance_check', `jsonb_typeof("maintenance_rules") = 'object'`)
@Check('agreement_version_closing_check', `"closing" IN ('asOrganisation', 'byHand', 'byItself')`)
@Check(
  'agreement_version_closing_days_check',
  `("closing" = 'byItself') = ("closing_days" IS NOT NULL) AND "closing_days" BETWEEN 0 AND 90`,
)
@Check(
  'agreement_version_ticket_alerts_check',
  `cardinality("ticket_alert_percents") <= 5 AND 1 <= ALL ("ticket_alert_percents") AND 100 > ALL ("ticket_alert_percents")`,
)
@Check(
  'agreement_version_proposed_check',
  `("state" = 'draft') = ("proposed_at" IS NULL) AND ("proposed_at" IS NULL) = ("proposed_by_id" IS NULL)`,
)
@Check(
  'agreement_version_decided_check',
  `("state" IN ('inForce', 'refused')) = ("decided_at" IS NOT NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)`,
)
@Check(
  'agreement_version_second_person_check',
  `"state" <> 'inForce' OR "bootstrap" OR "decided_by_id" <> ALL ("written_by_ids" || "proposed_by_id")`,
)
@Check('agreement_version_reason_check', `("state" = 'refused') = ("reason" IS NOT NULL)`)
export class AgreementVersionEntity extends decisionColumns('agreement_version') {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agreement_version_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('agreement', { name: 'agreement_version_agreement_fkey' })
  agreementId!: string;

  @Column('int')
  number!: number;

  @Column('text')
  state!: VersionState;

  @Column('date')
  effectiveFrom!: string;

  /** Last day in force, inclusive: the day before the next version starts, or the agreement's last; null = open. */
  @Column('date', { nullable: true })
  effectiveTo!: string | null;

  /** What credit percentages are taken of, a month, in the agreement's currency; null = percentages only. */
  @Column('numeric', { nullable: true })
  monthlyCharge!: string | null;

  /** Who measures for the record. */
  @Column('text', { default: 'us' })
  measuredBy!: MeasuredBy;

  /** Days in which one side may object to a figure of the other; null = silence says nothing. */
  @Column('int', { nullable: true })
  objectionDays!: number | null;

  /** How credits are combined, capped and claimed; null = as usual for the kind of agreement. */
  @Column('jsonb', { nullable: true })
  remedy!: RemedyTerms | null;

  @Column('text', { nullable: true })
  capText!: string | null;

  @Column('text', { nullable: true })
  claimText!: string | null;

  @Column('text', { nullable: true })
  exclusionsText!: string | null;

  /** Reasons for which time may be excluded; null = the contract names none, so any. */
  @Column('text', { array: true, nullable: true })
  exclusionCategories!: ExclusionCategory[] | null;

  /** What planned maintenance must keep to; null = nothing. */
  @Column('jsonb', { nullable: true })
  maintenanceRules!: MaintenanceRules | null;

  /** How its periods come to be closed. */
  @Column('text', { default: 'asOrganisation' })
  closing!: ClosingWay;

  /** Days after the end of a period on which it closes by itself. */
  @Column('int', { nullable: true })
  closingDays!: number | null;

  /** Shares of a target at which people hear of a clock that still runs. */
  @Column('int', { array: true, default: '{75,90}' })
  ticketAlertPercents!: number[];

  /** Budgets that burn urgently are told at any hour, also when the service is closed. */
  @Column('boolean', { default: false })
  urgentAtAnyHour!: boolean;

  @Column('text', { nullable: true })
  sourceText!: string | null;

  @Column('text', { nullable: true })
  notesText!: string | null;

  /** Counts the changes of the draft, so that two who edit it at once notice. */
  @Column('int', { default: 1 })
  revision!: number;

  /** Everybody who drafted or changed it; none of them approves it. */
  @Column('uuid', { array: true })
  writtenByIds!: string[];

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'agreement_version_proposed_by_fkey' })
  proposedById!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;
}
