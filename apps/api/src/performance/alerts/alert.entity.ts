import type { AlertLevel } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Something that people had to hear of before it was too late, or when it was. Once a period at each level, and once at
 * each share of the target of a ticket: a row is never made again, so that nobody is told twice.
 */
@Entity('alert')
@Index('alert_budget_key', ['commitmentId', 'period', 'level'], { unique: true, where: '"ticket_id" IS NULL' })
@Index('alert_ticket_key', ['commitmentId', 'ticketId', 'step'], { unique: true, where: '"ticket_id" IS NOT NULL' })
@Index('alert_untold_index', ['tellAt'], { where: '"told_at" IS NULL' })
@Check('alert_level_check', `"level" IN ('notice', 'atRisk', 'breach')`)
@Check('alert_period_check', `"period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'`)
@Check('alert_step_check', `("ticket_id" IS NULL) = ("step" IS NULL) AND "step" BETWEEN 1 AND 100`)
@Check(
  'alert_time_check',
  `"raised_at" <= "tell_at" AND "tell_at" <= coalesce("told_at", 'infinity') AND "told_at" <= "ended_at"`,
)
export class AlertEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('commitment', { name: 'alert_commitment_fkey' })
  commitmentId!: string;

  @Column('text')
  period!: string;

  /** Whose clock it is; null = the budget of the period. Tickets go when they have been kept long enough. */
  @Column('uuid', { nullable: true })
  ticketId!: string | null;

  /** Percent of the ticket's target; 100 = missed. */
  @Column('int', { nullable: true })
  step!: number | null;

  @Column('text')
  level!: AlertLevel;

  /** What is the matter, for people. */
  @Column('text')
  what!: string;

  @Column('timestamptz')
  raisedAt!: Date;

  /** At once, or when the service opens. */
  @Column('timestamptz')
  tellAt!: Date;

  /** null = it waits for the service to open. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;

  /** Whom. */
  @Column('uuid', { array: true, default: '{}' })
  toldIds!: string[];

  /** When it was over; null = it goes on. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
