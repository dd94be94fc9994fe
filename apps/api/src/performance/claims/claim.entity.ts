import { CLAIM_STATES, type ClaimState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const STATES = CLAIM_STATES.map((state) => `'${state}'`).join(', ');

/**
 * What is owed under an agreement for a period, by all its credits together, and what became of it. The first of a period
 * is the whole; what a restatement changes of one that was accepted is a further one.
 */
@Entity('claim')
@Unique('claim_number_key', ['agreementId', 'period', 'number'])
@Index('claim_open_key', ['agreementId', 'period'], {
  unique: true,
  where: `"state" IN ('claimable', 'claimed', 'disputed')`,
})
@Index('claim_at_index', ['at', 'id'])
@Index('claim_due_index', ['dueAt'], { where: `"state" = 'claimable' AND "due_at" IS NOT NULL` })
@Index('claim_accepted_index', ['acceptedAt'], { where: `"state" = 'accepted'` })
@Check('claim_state_check', `"state" IN (${STATES})`)
@Check('claim_number_check', `"number" >= 1 AND ("number" = 1 OR "amount" <> 0)`)
@Check('claim_taken_back_check', `"amount" >= 0 OR "state" IN ('accepted', 'credited')`)
@Check('claim_accepted_check', `("accepted_at" IS NOT NULL) = ("state" IN ('accepted', 'credited'))`)
@Check('claim_due_check', `("last_day" IS NULL) = ("due_at" IS NULL)`)
@Check(
  'claim_waiver_check',
  `num_nulls("waiver_asked_by_id", "waiver_asked_at", "waiver_reason") IN (0, 3)
    AND ("waiver_asked_by_id" IS NULL OR "state" IN ('claimable', 'claimed', 'disputed', 'waived', 'rejected'))`,
)
@Check(
  'claim_second_person_check',
  `"state" NOT IN ('waived', 'rejected') OR ("waived_by_id" IS NOT NULL AND "waived_by_id" <> "waiver_asked_by_id")`,
)
export class ClaimEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('agreement', { name: 'claim_agreement_fkey' })
  agreementId!: string;

  /** Whose terms combined and capped it. */
  @Column('uuid')
  @ForeignKey('agreement_version', { name: 'claim_version_fkey' })
  versionId!: string;

  /** 2026-03 or 2026-Q1. */
  @Column('text')
  period!: string;

  /** Where the agreement is. */
  @Column('date')
  periodEndsOn!: string;

  /** Counted within the period. */
  @Column('int')
  number!: number;

  @Column('text')
  state!: ClaimState;

  /** Counts the changes, so that two who act at once notice. */
  @Column('int', { default: 1 })
  version!: number;

  /** Of the charge of the period: of all that is owed for it. */
  @Column('numeric')
  percent!: string;

  /** Below nothing where more had been accepted than is owed. */
  @Column('numeric')
  amount!: string;

  @Column('text')
  currency!: string;

  /** When it was posted. */
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** Why it is a further one; null for the first. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The last day on which it can be claimed, where the agreement is; null = always. */
  @Column('date', { nullable: true })
  lastDay!: string | null;

  /** When that day ends. */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** When people were told that it is due soon. */
  @Column('timestamptz', { nullable: true })
  remindedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'claim_waiver_asked_by_fkey' })
  waiverAskedById!: string | null;

  @Column('timestamptz', { nullable: true })
  waiverAskedAt!: Date | null;

  @Column('text', { nullable: true })
  waiverReason!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'claim_waived_by_fkey' })
  waivedById!: string | null;

  /** Steps of the calculation that made the amount owed for the period. */
  @Column('jsonb')
  explanation!: object[];
}
