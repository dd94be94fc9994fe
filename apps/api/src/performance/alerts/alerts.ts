import { type Calendar, InputError, nextOpen } from '@accord/sla';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Evaluation } from '../evaluation/evaluation.js';
import { judgeLasting } from '../evaluation/lasting.js';
import { AlertNotices } from './alert-notices.js';
import { type AlertReadingNow, readingsNow } from './alert-readings.js';

const LONGEST_WINDOW_MS = 3 * 86_400_000;

/** So many commitments are looked at in one transaction. */
const AT_ONCE = 50;

/** Looks whether budgets burn and clocks run out, and sees to it that people hear of it once, in the hours of the service. */
@Injectable()
export class Alerts {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly notices: AlertNotices,
    private readonly jobs: Jobs,
  ) {}

  /** Time passes: clocks run, outages last, and services open that were closed. */
  @Job('alerts', { everyMinutes: 5 })
  async watchAll(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const rows: { id: string }[] = await this.database.read.query('SELECT id FROM commitment ORDER BY id');
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id);
      await this.database.transaction((tx) => judgeLasting(tx, this.evaluation, ids, at));
      await this.database.transaction((tx) => this.watch(tx, ids, at));
    }
  }

  /** What was measured just now is looked at as soon as it is judged; what is older than every window waits for its turn. */
  async measured(
    tx: EntityManager,
    touched: readonly { readonly serviceIds: readonly string[]; readonly to: Date }[],
    at: Date,
  ): Promise<void> {
    const recent = touched.filter(({ to }) => to.getTime() >= at.getTime() - LONGEST_WINDOW_MS);
    const serviceIds = [...new Set(recent.flatMap((time) => time.serviceIds))];
    if (serviceIds.length > 0) await this.jobs.enqueue(tx, 'alertsOfServices', { serviceIds });
  }

  @Job('alertsOfServices')
  async watchServices({ serviceIds }: { serviceIds?: string[] }, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rows: { id: string }[] = await tx.query(
        'SELECT id FROM commitment WHERE service_id = ANY($1) ORDER BY id',
        [serviceIds ?? []],
      );
      const ids = rows.map(({ id }) => id);
      await this.watch(tx, ids, at);
    });
  }

  /** What is the matter is raised and told, what is over is ended, each once, whoever looks at the same time. */
  async watch(tx: EntityManager, commitmentIds: readonly string[], at: Date): Promise<void> {
    if (commitmentIds.length === 0) return;
    const readings = await readingsNow(tx, this.evaluation, commitmentIds, at);
    await raise(
      tx,
      readings.filter(({ raised }) => raised),
      at,
    );
    const going = readings.map(({ commitmentId, period, ticketId, step, level }) => {
      return { commitmentId, period, ticketId, step, level };
    });
    const [ended]: [{ id: string }[], number] = await tx.query(END, [commitmentIds, JSON.stringify(going), at]);
    await this.notices.ended(
      tx,
      ended.map(({ id }) => id),
      at,
    );
    await this.notices.tellDue(tx, commitmentIds, at);
  }
}

async function raise(tx: EntityManager, readings: readonly AlertReadingNow[], at: Date): Promise<void> {
  const rows = readings.map(({ commitmentId, period, ticketId, step, level, what, calendar, anyHour }) => ({
    id: uuidv7(at),
    commitment_id: commitmentId,
    period,
    ticket_id: ticketId,
    step,
    level,
    what,
    tell_at: anyHour ? at : opensAt(calendar, at),
  }));
  if (rows.length > 0) await tx.query(RAISE, [JSON.stringify(rows), at]);
}

/** Now, or when the service opens next; one that opens no more keeps nobody waiting. */
function opensAt(calendar: Calendar, at: Date): Date {
  try {
    return new Date(nextOpen(calendar, at.getTime()));
  } catch (error) {
    if (error instanceof InputError) return at;
    throw error;
  }
}

/** What was raised before stays as it was. */
const RAISE = `
  INSERT INTO alert (id, commitment_id, period, ticket_id, step, level, what, raised_at, tell_at)
  SELECT id, commitment_id, period, ticket_id, step, level, what, $2, tell_at
  FROM jsonb_to_recordset($1) AS r(id uuid, commitment_id uuid, period text, ticket_id uuid, step int, level text,
    what text, tell_at timestamptz)
  ON CONFLICT DO NOTHING`;

/** What is not the matter any more; of a budget also where its period is over. What waits for the morning is told then. */
const END = `
  UPDATE alert a SET ended_at = greatest($3, a.told_at)
  WHERE a.commitment_id = ANY($1) AND a.ended_at IS NULL AND a.told_at IS NOT NULL AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset($2) AS g("commitmentId" uuid, period text, "ticketId" uuid, step int, level text)
    WHERE g."commitmentId" = a.commitment_id AND g."ticketId" IS NOT DISTINCT FROM a.ticket_id
      AND g.step IS NOT DISTINCT FROM a.step AND g.level = a.level AND (a.ticket_id IS NOT NULL OR g.period = a.period))
  RETURNING a.id`;
