import type { BillingPeriod, PriceKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const CHARGE_ORIGINS = ['charge', 'credit', 'correction'] as const;
export type ChargeOrigin = (typeof CHARGE_ORIGINS)[number];

/**
 * What lines of a month have in common: the price, its days, the amount and how it came about. Kept once for everybody
 * of whom it is the same. That run and plan exist, triggers see to.
 */
@Entity('charge_case')
@Index('charge_case_run_index', ['runId'])
@Index('charge_case_corrects_index', ['correctsRunId'], { where: `"corrects_run_id" IS NOT NULL` })
@Index('charge_case_dispute_index', ['disputeId'], { where: `"dispute_id" IS NOT NULL` })
@Index('charge_case_credit_index', ['creditId'], { where: `"credit_id" IS NOT NULL` })
@Index('charge_case_claim_index', ['claimId'], { where: `"claim_id" IS NOT NULL` })
@Check(
  'charge_case_origin_check',
  `CASE "origin"
    WHEN 'charge' THEN num_nonnulls("corrects_run_id", "dispute_id", "credit_id", "claim_id") = 0
    WHEN 'credit' THEN num_nulls("credit_id", "claim_id") = 0 AND num_nonnulls("corrects_run_id", "dispute_id") = 0
    WHEN 'correction' THEN "corrects_run_id" IS NOT NULL AND num_nonnulls("credit_id", "claim_id") = 0
    ELSE false
  END`,
)
@Check('charge_case_corrects_check', `"corrects_run_id" <> "run_id"`)
@Check('charge_case_kind_check', `"kind" IN ('oneOff', 'recurring', 'perUnit', 'metered', 'limit')`)
@Check('charge_case_per_check', `"per" IN ('month', 'quarter', 'year')`)
@Check('charge_case_dates_check', `"to_date" >= "from_date"`)
@Check('charge_case_currency_check', `"currency" ~ '^[A-Z]{3}$'`)
export class ChargeCaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'charge_case_pkey' })
  id!: string;

  @Column('uuid')
  runId!: string;

  @Column('text')
  origin!: ChargeOrigin;

  @Column('uuid')
  planId!: string;

  @Column('int')
  planVersion!: number;

  @Column('text')
  kind!: PriceKind;

  @Column('text')
  label!: string;

  @Column('text', { nullable: true })
  per!: BillingPeriod | null;

  @Column('text', { nullable: true })
  unitName!: string | null;

  @Column('date')
  fromDate!: string;

  @Column('date')
  toDate!: string;

  @Column('numeric')
  quantity!: string;

  @Column('numeric')
  unitPrice!: string;

  @Column('numeric')
  amount!: string;

  @Column('text')
  currency!: string;

  /** The closed month that it corrects. */
  @Column('uuid', { nullable: true })
  @ForeignKey('charge_run', { name: 'charge_case_corrects_fkey' })
  correctsRunId!: string | null;

  /** The dispute whose acceptance it carries out. */
  @Column('uuid', { nullable: true })
  @ForeignKey('charge_dispute', { name: 'charge_case_dispute_fkey' })
  disputeId!: string | null;

  /** The service credit of which it is a part. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_credit', { name: 'charge_case_credit_fkey' })
  creditId!: string | null;

  /** With which the credit was posted, or what a restatement changed of it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('claim', { name: 'charge_case_claim_fkey' })
  claimId!: string | null;

  /** Steps of the calculation that made the amount. */
  @Column('json')
  explanation!: object[];
}
