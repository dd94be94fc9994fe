import type { Comparator, CreditTerms, ExcludedTime, Indicator, MissingData, WindowKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What exactly one version promises in a commitment. Changes only while the version is a draft; a trigger sees to it. */
@Entity('commitment_terms')
@Unique('commitment_terms_commitment_key', ['versionId', 'commitmentId'])
@Index('commitment_terms_commitment_index', ['commitmentId'])
@Index('commitment_terms_calendar_index', ['calendarId'])
@ForeignKey('agreement_version', ['versionId', 'agreementId'], ['id', 'agreementId'], {
  name: 'commitment_terms_version_fkey',
})
@ForeignKey('commitment', ['commitmentId', 'agreementId'], ['id', 'agreementId'], {
  name: 'commitment_terms_commitment_fkey',
})
@Check('commitment_terms_name_check', `btrim("name") <> ''`)
@Check(
  'commitment_terms_indicator_check',
  `"indicator" ->> 'kind' IN ('availability', 'ticketsInTime', 'goodOfTotal', 'percentile', 'satisfaction')`,
)
@Check('commitment_terms_target_check', `"target" BETWEEN 0 AND 100`)
@Check('commitment_terms_comparator_check', `"comparator" IN ('atLeast', 'atMost')`)
@Check('commitment_terms_window_check', `"window_kind" IN ('month', 'quarter')`)
@Check('commitment_terms_missing_data_check', `"missing_data" IN ('ignore', 'good', 'bad')`)
@Check('commitment_terms_coverage_floor_check', `"coverage_floor" BETWEEN 0 AND 100`)
@Check('commitment_terms_excluded_time_check', `"excluded_time" IN ('removed', 'countsAsUp')`)
@Check('commitment_terms_credit_check', `jsonb_typeof("credit" -> 'tiers') = 'array'`)
export class CommitmentTermsEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_terms_pkey' })
  id!: string;

  /** Of version and commitment alike, so that they belong together. */
  @Column('uuid')
  agreementId!: string;

  @Column('uuid')
  versionId!: string;

  @Column('uuid')
  commitmentId!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  indicator!: Indicator;

  /** Percent. */
  @Column('numeric')
  target!: string;

  @Column('text')
  comparator!: Comparator;

  @Column('text')
  windowKind!: WindowKind;

  /** How the contract words a window that is judged as a calendar month or quarter; null = it says so itself. */
  @Column('text', { nullable: true })
  windowText!: string | null;

  @Column('uuid')
  @ForeignKey('service_calendar', { name: 'commitment_terms_calendar_fkey' })
  calendarId!: string;

  @Column('text')
  missingData!: MissingData;

  /** Percent of the window that data must cover. */
  @Column('numeric')
  coverageFloor!: string;

  @Column('boolean')
  providerOwesData!: boolean;

  @Column('text')
  excludedTime!: ExcludedTime;

  @Column('jsonb', { nullable: true })
  credit!: CreditTerms | null;
}
