import type { PullAsked } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The queue of what one pull asks. */
export const PULL = 'pull';

export const PULL_STATES = ['active', 'paused', 'ended'] as const;
export type PullState = (typeof PULL_STATES)[number];

/** What Accord asks a server of others for by itself, and how far it has read. */
@Entity('pull')
@Index('pull_series_key', ['sourceId', 'serviceId', 'series'], { unique: true, where: `"state" <> 'ended'` })
@Index('pull_calendar_key', ['sourceId', 'calendarId'], { unique: true, where: `"state" <> 'ended'` })
@Index('pull_due_index', ['nextAt'], { where: `"state" = 'active'` })
@Check('pull_series_check', `btrim("series") <> ''`)
@Check('pull_address_check', `"address" ~ '^https?://'`)
@Check(
  'pull_asked_check',
  `"asked" ->> 'kind' IN ('prometheusCounts', 'prometheusHistogram', 'prometheusUp', 'upptime', 'statuspage', 'calendarMaintenance', 'calendarHolidays')`,
)
@Check(
  'pull_subject_check',
  `("asked" ->> 'kind' = 'calendarHolidays') = ("calendar_id" IS NOT NULL) AND ("service_id" IS NULL) = ("calendar_id" IS NOT NULL)`,
)
@Check('pull_authorization_check', `"authorization" ~ '^(Bearer|Basic) '`)
@Check('pull_every_check', `"every_minutes" BETWEEN 1 AND 1440`)
@Check('pull_state_check', `"state" IN ('active', 'paused', 'ended')`)
@Check(
  'pull_next_check',
  `("state" = 'active') = ("next_at" IS NOT NULL) AND ("next_at" IS NULL) = ("planned_at" IS NULL)`,
)
@Check('pull_failures_check', `"failures" >= 0`)
export class PullEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pull_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('source', { name: 'pull_source_fkey' })
  sourceId!: string;

  /** null of holidays. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service', { name: 'pull_service_fkey' })
  serviceId!: string | null;

  /** The service calendar whose holidays it brings. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_calendar', { name: 'pull_calendar_fkey' })
  calendarId!: string | null;

  /** What the answers are called in the ledger. */
  @Column('text')
  series!: string;

  @Column('jsonb')
  asked!: PullAsked;

  @Column('text')
  address!: string;

  /** The header that lets it in; shown to nobody. */
  @Column('text', { nullable: true })
  authorization!: string | null;

  @Column('integer')
  everyMinutes!: number;

  @Column('text')
  state!: PullState;

  /** Everything until then is read; the newest instant that was there. */
  @Column('timestamptz')
  readTo!: Date;

  @Column('timestamptz', { nullable: true })
  attemptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  succeededAt!: Date | null;

  /** One after the other, since it succeeded last. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** As planned, or after a failure as its pause says. */
  @Column('timestamptz', { nullable: true })
  nextAt!: Date | null;

  /** When it asks as it is said to: failures move `nextAt` alone. */
  @Column('timestamptz', { nullable: true })
  plannedAt!: Date | null;

  /** Who made or changed it last: it brings what they may bring. */
  @Column('uuid')
  @ForeignKey('person', { name: 'pull_person_fkey' })
  personId!: string;

  /** The holidays that it brought, or asked to bring: what it may take out again. Dates, YYYY-MM-DD. */
  @Column('text', { array: true, default: () => `'{}'` })
  brought!: string[];

  /** Grows with every change by people. */
  @Column('integer', { default: 1 })
  version!: number;
}

/** One time that a pull asked, and what came of it. */
@Entity('pull_attempt')
@Index('pull_attempt_index', ['pullId', 'at'])
@Check('pull_attempt_counts_check', `"accepted" >= 0 AND "duplicate" >= 0 AND "refused" >= 0`)
export class PullAttemptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pull_attempt_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('pull', { name: 'pull_attempt_pull_fkey' })
  pullId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('integer')
  durationMs!: number;

  @Column('integer', { default: 0 })
  accepted!: number;

  @Column('integer', { default: 0 })
  duplicate!: number;

  @Column('integer', { default: 0 })
  refused!: number;

  /** Why nothing came of it, or why something was refused. */
  @Column('text', { nullable: true })
  problem!: string | null;
}
