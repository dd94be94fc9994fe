import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type ContributionKind = 'outage' | 'probe' | 'ticket' | 'count' | 'answers';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'result_contribution_pkey' };

/**
 * One piece of evidence behind a result, with what the calculation made of it. It belongs to the revision that it was
 * judged for and is never changed, so that a frozen result keeps its evidence whatever its source says later.
 */
@Entity('result_contribution')
@Index('result_contribution_ticket_index', ['evidenceId'], { where: `"kind" = 'ticket'` })
@Check('result_contribution_kind_check', `"kind" IN ('outage', 'probe', 'ticket', 'count', 'answers')`)
@Check(
  'result_contribution_measurements_check',
  `("kind" IN ('count', 'answers')) = ("measurements" IS NOT NULL) AND "measurements" >= 1`,
)
export class ResultContributionEntity {
  @PrimaryColumn('uuid', { ...pk })
  @ForeignKey('period_result', { name: 'result_contribution_result_fkey', onDelete: 'CASCADE' })
  resultId!: string;

  /** 1 is what spent most of the budget. */
  @PrimaryColumn('int', { ...pk })
  position!: number;

  @Column('text')
  kind!: ContributionKind;

  /** Of the outage or the ticket; of the first measurement that was counted, or the one that found the service down. */
  @Column('uuid')
  evidenceId!: string;

  @Column('timestamptz', { nullable: true })
  fromAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  toAt!: Date | null;

  /** Downtime counted, or clock time used. */
  @Column('bigint', { nullable: true })
  countedMs!: string | null;

  @Column('boolean')
  bad!: boolean;

  @Column('text')
  verdict!: string;

  /** Why it does not count. */
  @Column('text', { nullable: true })
  notCounted!: string | null;

  @Column('smallint', { nullable: true })
  priority!: number | null;

  @Column('bigint', { nullable: true })
  targetMs!: string | null;

  @Column('timestamptz', { nullable: true })
  dueNear!: Date | null;

  @Column('timestamptz', { nullable: true })
  dueFar!: Date | null;

  @Column('bigint', { nullable: true })
  good!: string | null;

  @Column('bigint', { nullable: true })
  total!: string | null;

  /** Of counts: how many of them, one after the other; of a survey: how many answers. */
  @Column('int', { nullable: true })
  measurements!: number | null;

  /** The hours under which a clock runs that began under other ones than those of the result; null = those. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_calendar_version', { name: 'result_contribution_calendar_version_fkey' })
  calendarVersionId!: string | null;

  /** When the clock stood still, exclusions too: [from, to] in epoch milliseconds, no end = it still does. */
  @Column('jsonb', { nullable: true })
  pauses!: readonly (readonly [number, number | null])[] | null;
}
