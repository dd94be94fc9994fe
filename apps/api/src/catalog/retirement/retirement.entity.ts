import type { RetirementState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const OPEN = `"state" IN ('proposed', 'decided')`;
const DECIDED = `num_nulls("decided_by_id", "decided_at") IN (0, 2) AND
      ("state" NOT IN ('decided', 'undone', 'ended') OR num_nulls("decided_at", "closes_on") = 0)`;
const TAKEN_BACK = `num_nulls("taken_back_by_id", "taken_back_at", "taken_back_reason") = CASE WHEN "state" IN ('withdrawn', 'undone') THEN 0 ELSE 3 END`;

/** The end of a service, or of one plan of it: proposed, decided by a second person, and over once nobody is left. */
@Entity('retirement')
@Index('retirement_open_plan_key', ['planId'], { unique: true, where: OPEN })
@Index('retirement_open_service_key', ['serviceId'], { unique: true, where: `"plan_id" IS NULL AND ${OPEN}` })
@Index('retirement_service_index', ['serviceId', 'id'])
@Check('retirement_state_check', `"state" IN ('proposed', 'decided', 'withdrawn', 'undone', 'ended')`)
@Check('retirement_reason_check', `btrim("reason") <> '' AND btrim("short_notice_reason") <> ''`)
@Check('retirement_days_check', `"closes_on" <= "ends_on"`)
@Check('retirement_decided_check', DECIDED)
@Check('retirement_second_person_check', `"bootstrap" OR "decided_by_id" <> "proposed_by_id"`)
@Check('retirement_taken_back_check', TAKEN_BACK)
@Check('retirement_ended_check', `("state" = 'ended') = ("ended_at" IS NOT NULL)`)
export class RetirementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retirement_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'retirement_service_fkey' })
  serviceId!: string;

  /** null = the whole service. */
  @Column('uuid', { nullable: true })
  @ForeignKey('plan', { name: 'retirement_plan_fkey' })
  planId!: string | null;

  @Column('text')
  state!: RetirementState;

  @Column('text')
  reason!: string;

  /** Why subscribers hear of it later than they are promised. */
  @Column('text', { nullable: true })
  shortNoticeReason!: string | null;

  /** The first day without new orders; null in a proposal = the day of the decision. */
  @Column('date', { nullable: true })
  closesOn!: string | null;

  /** The last day on which everybody who has it is served. */
  @Column('date')
  endsOn!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'retirement_proposed_by_fkey' })
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'retirement_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** The only administrator decided on their own proposal. */
  @Column('boolean', { default: false })
  bootstrap!: boolean;

  /** Who withdrew the proposal, or undid the decision. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'retirement_taken_back_by_fkey' })
  takenBackById!: string | null;

  @Column('timestamptz', { nullable: true })
  takenBackAt!: Date | null;

  @Column('text', { nullable: true })
  takenBackReason!: string | null;

  /** When its owner was told that it should have ended and cannot. */
  @Column('timestamptz', { nullable: true })
  overdueToldAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
