import type { ProposalState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { decisionColumns } from '../people/decision-columns.js';

const SECOND_PERSON = `CASE "state" WHEN 'approved' THEN "bootstrap" OR "decided_by_id" <> "proposed_by_id" WHEN 'refused' THEN "decided_by_id" <> "proposed_by_id" WHEN 'withdrawn' THEN "decided_by_id" = "proposed_by_id" ELSE true END`;

/** What a provider is measured by from a day on. A decided version never changes; a trigger sees to it. */
@Entity('scorecard_version')
@Unique('scorecard_version_number_key', ['providerId', 'number'])
@Index('scorecard_version_open_key', ['providerId'], { unique: true, where: `"state" = 'proposed'` })
@Index('scorecard_version_from_key', ['providerId', 'effectiveFrom'], { unique: true, where: `"state" = 'approved'` })
@Check('scorecard_version_number_check', `"number" >= 1`)
@Check('scorecard_version_from_check', `extract(day FROM "effective_from") = 1`)
@Check('scorecard_version_state_check', `"state" IN ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check('scorecard_version_coverage_check', `"minimum_coverage" BETWEEN 0 AND 100`)
@Check(
  'scorecard_version_decided_check',
  `("state" = 'proposed') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)`,
)
@Check('scorecard_version_second_person_check', SECOND_PERSON)
@Check('scorecard_version_reason_check', `("state" IN ('refused', 'withdrawn')) = ("reason" IS NOT NULL)`)
export class ScorecardVersionEntity extends decisionColumns('scorecard_version') {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scorecard_version_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('provider', { name: 'scorecard_version_provider_fkey' })
  providerId!: string;

  @Column('int')
  number!: number;

  /** First of a month. */
  @Column('date')
  effectiveFrom!: string;

  @Column('text')
  state!: ProposalState;

  /** Percent. */
  @Column('numeric')
  minimumCoverage!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'scorecard_version_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;
}
