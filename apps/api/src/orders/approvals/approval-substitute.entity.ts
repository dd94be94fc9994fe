import type { ProposalState } from '@accord/domain';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const ONE_AT_A_TIME = `USING gist ("person_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&) WHERE ("ended_at" IS NULL AND "state" = 'approved')`;

/** Who decides in somebody's place while they are away. */
@Entity('approval_substitute')
@Index('approval_substitute_substitute_index', ['substituteId'])
@Check('approval_substitute_dates_check', `"to_date" >= "from_date"`)
@Check('approval_substitute_other_check', `"person_id" <> "substitute_id"`)
@Check('approval_substitute_state_check', `"state" IN ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check(
  'approval_substitute_decided_check',
  `("decided_by_id" IS NULL) = ("decided_at" IS NULL)
    AND ("decided_by_id" IS NULL) = ("state" IN ('proposed', 'withdrawn') OR "state" = 'approved' AND "by_id" = "person_id")`,
)
@Check('approval_substitute_second_check', `"decided_by_id" NOT IN ("by_id", "substitute_id")`)
@Exclusion('approval_substitute_one_at_a_time_excl', ONE_AT_A_TIME)
export class ApprovalSubstituteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'approval_substitute_pkey' })
  id!: string;

  /** Who is away. */
  @Column('uuid')
  @ForeignKey('person', { name: 'approval_substitute_person_fkey' })
  personId!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'approval_substitute_substitute_fkey' })
  substituteId!: string;

  @Column('date')
  fromDate!: string;

  /** The last day. */
  @Column('date')
  toDate!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Whoever is away names one alone; what somebody else proposes for them waits for a second person. */
  @Column('text')
  state!: ProposalState;

  @Column('uuid')
  @ForeignKey('person', { name: 'approval_substitute_by_fkey' })
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  /** The second person. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'approval_substitute_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Ended before its last day, or withdrawn. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
