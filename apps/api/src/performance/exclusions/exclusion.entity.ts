import { EXCLUSION_CATEGORIES, type ExclusionCategory, type PeriodEffect, type ProposalState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Time that does not count for a commitment, once a second person approved it. */
@Entity('exclusion')
@Index('exclusion_commitment_index', ['commitmentId', 'fromAt'])
@Index('exclusion_proposed_index', ['proposedAt'], { where: `"state" = 'proposed'` })
@Check('exclusion_time_check', `"from_at" < "to_at"`)
@Check('exclusion_reason_check', `btrim("reason") <> ''`)
@Check('exclusion_category_check', `"category" IN ('${EXCLUSION_CATEGORIES.join("', '")}')`)
@Check('exclusion_effects_check', `jsonb_typeof("effects") = 'array'`)
@Check('exclusion_state_check', `"state" IN ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check('exclusion_decided_check', `("state" = 'proposed') = ("decided_at" IS NULL)`)
@Check(
  'exclusion_second_person_check',
  `"state" NOT IN ('approved', 'refused') OR "bootstrap" OR "decided_by_id" <> "proposed_by_id"`,
)
export class ExclusionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exclusion_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('commitment', { name: 'exclusion_commitment_fkey' })
  commitmentId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  @Column('text')
  category!: ExclusionCategory;

  @Column('text')
  reason!: string;

  @Column('text')
  state!: ProposalState;

  @Column('uuid')
  @ForeignKey('person', { name: 'exclusion_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'exclusion_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;

  @Column('boolean', { default: false })
  bootstrap!: boolean;

  /** What it changes, as who decided saw it; until then as it was when it was proposed. */
  @Column('jsonb')
  effects!: PeriodEffect[];
}
