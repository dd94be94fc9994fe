import {
  DomainError,
  isMeasuredIn,
  mayFollowHolidays,
  type MeasurementRow,
  mayMeasure,
  type OutageReport,
  pullPauseMs,
  type ToldByMachine,
  type UnreadPart,
  type Viewer,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { NoAnswer } from '../../platform/outgoing/ask-server.js';
import { uuidv7 } from '../../platform/uuid.js';
import { IngestedBatch } from '../ingestion/ingested-batch.js';
import { JUDGE_MEASUREMENTS } from '../ingestion/judge-measurements.js';
import type { Chunk } from '../ingestion/read-chunks.js';
import { type Receipt, refuseRows } from '../ingestion/receipt.js';
import { servicePlacesOf } from '../judged-commitments.js';
import { SourceEntity } from '../ledger/source.entity.js';
import { OutageReports, SYSTEM_NAMES } from '../outages/reports/outage-reports.js';
import { PULL, PullAttemptEntity, PullEntity } from './pull.entity.js';
import { PullReader } from './pull-reader.js';
import { PullFailure, type Reading } from './reading.js';
import { StoreCalendar } from './store-calendar.js';

const KEPT_MS = 31 * 86_400_000;

/**
 * Reads what is due, whichever server comes to it. Nothing is locked while others are asked; what they answered is
 * stored where it was read from, or not at all, so that two who ask at once store it once.
 */
@Injectable()
export class PullRuns {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly reader: PullReader,
    private readonly reports: OutageReports,
    private readonly calendars: StoreCalendar,
  ) {}

  @Job('pulls', { everyMinutes: 1 })
  async begin(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [due]: [{ pullId: string }[], number] = await tx.query(TAKE_DUE, [at]);
      await this.jobs.enqueueAll(tx, PULL, due);
      await tx.query('DELETE FROM pull_attempt WHERE at < $1', [new Date(at.getTime() - KEPT_MS)]);
    });
  }

  @Job(PULL, { outside: true })
  async run({ pullId }: { pullId: string }, { at, signal }: Pick<JobRun, 'at' | 'signal'>): Promise<void> {
    const pull = await this.database.read.findOneBy(PullEntity, { id: pullId });
    if (pull?.state !== 'active') return;
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    let reading: Reading | PullFailure;
    try {
      reading = await this.reader.read(pull, { from: pull.readTo.getTime(), to: at.getTime() }, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof NoAnswer || error instanceof PullFailure)) throw error;
      reading = error instanceof PullFailure ? error : new PullFailure(error.message);
    }
    const durationMs = took();
    await this.database.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const now = await tx.findOneOrFail(PullEntity, { where: { id: pullId }, lock });
      const isOvertaken = now.version !== pull.version || now.readTo.getTime() !== pull.readTo.getTime();
      if (now.state !== 'active' || isOvertaken) return;
      const outcome = reading instanceof PullFailure ? reading : await this.store(tx, now, reading, at);
      await this.keep(tx, now, outcome, { at, durationMs });
      if (!(reading instanceof PullFailure) && reading.isMore && !(outcome instanceof PullFailure))
        await this.jobs.enqueue(tx, PULL, { pullId });
    });
  }

  /** As who made it, by what they may now. */
  private async store(tx: EntityManager, pull: PullEntity, reading: Reading, at: Date): Promise<Receipt | PullFailure> {
    const viewer = await viewerOfPerson(tx, pull.personId, at);
    if (!viewer || !(await mayStore(tx, viewer, pull, at))) return new PullFailure(NOT_THEIRS);
    const receipt = await this.storeAs(tx, { viewer, at }, pull, reading);
    pull.readTo = new Date(reading.readTo);
    return receipt;
  }

  private async storeAs(
    tx: EntityManager,
    act: Act,
    pull: PullEntity,
    { rows, reports, unread = [], maintenance, holidays }: Reading,
  ): Promise<Receipt> {
    if (reports || maintenance || holidays) {
      // Who tells of nothing was heard all the same.
      await tx.query('UPDATE source SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1', [
        pull.sourceId,
        act.at,
      ]);
      if (maintenance) return this.calendars.maintenance(tx, act, pull, maintenance);
      return holidays
        ? this.calendars.holidays(tx, act, pull, holidays)
        : this.storeReports(tx, act, pull, reports!, unread);
    }
    const source = await tx.findOneByOrFail(SourceEntity, { id: pull.sourceId });
    const [{ slug }]: [{ slug: string }] = await tx.query('SELECT slug FROM service WHERE id = $1', [pull.serviceId]);
    const batch = new IngestedBatch(tx, act, source, null);
    await batch.add(chunkOf(rows, { service: slug, series: pull.series, unit: unitOf(pull) }));
    if (await batch.end()) await this.jobs.enqueue(tx, JUDGE_MEASUREMENTS, {});
    return batch.receipt;
  }

  /** By the rules of those who record outages by hand. */
  private async storeReports(
    tx: EntityManager,
    act: Act,
    { serviceId }: PullEntity,
    reports: readonly OutageReport[],
    unread: readonly UnreadPart[],
  ): Promise<Receipt> {
    const receipt: Receipt = { accepted: 0, corrected: 0, duplicate: 0, refused: 0, problems: [] };
    const reporter = { system: 'statuspage', name: SYSTEM_NAMES.statuspage, unites: true };
    for (const [i, report] of reports.entries()) {
      const outcome = await this.reports.tryIn(tx, act, serviceId!, reporter, report);
      if (outcome === 'ignored') continue;
      if (outcome === 'known') receipt.duplicate += 1;
      else if (!(outcome instanceof DomainError)) receipt.accepted += 1;
      else {
        receipt.refused += 1;
        receipt.problems.push({ line: i + 1, field: null, value: report.cause, reason: outcome.message });
      }
    }
    refuseRows(
      receipt,
      unread.map(({ id, reason }, i) => ({ line: reports.length + i + 1, column: null, value: id, reason })),
    );
    return receipt;
  }

  private async keep(
    tx: EntityManager,
    pull: PullEntity,
    outcome: Receipt | PullFailure,
    { at, durationMs }: { at: Date; durationMs: number },
  ): Promise<void> {
    const hasFailed = outcome instanceof PullFailure;
    const failures = hasFailed ? pull.failures + 1 : 0;
    const { everyMinutes } = pull;
    const plannedAt = plannedAfter(at, pull);
    const pausedTo = (askedMs: number | null) =>
      new Date(at.getTime() + pullPauseMs({ failures, everyMinutes, askedMs }));
    // What a server asks for begins with its answer.
    const asked = hasFailed && outcome.retryAfterMs !== null ? outcome.retryAfterMs + durationMs : null;
    const nextAt = hasFailed ? pausedTo(asked) : plannedAt;
    await tx.update(PullEntity, pull.id, {
      readTo: pull.readTo,
      brought: pull.brought,
      attemptedAt: at,
      failures,
      nextAt,
      plannedAt,
      ...(!hasFailed && { succeededAt: at }),
    });
    const told = hasFailed
      ? { accepted: 0, duplicate: 0, refused: 0, problem: outcome.message }
      : {
          accepted: outcome.accepted,
          duplicate: outcome.duplicate,
          refused: outcome.refused,
          problem: problemOf(outcome),
        };
    await tx.insert(PullAttemptEntity, { id: uuidv7(at), pullId: pull.id, at, durationMs, ...told });
  }
}

const NOT_THEIRS =
  'Whoever made this pull may not bring what it reads now. Another service manager takes it over by changing it.';

async function mayStore(tx: EntityManager, viewer: Viewer, { serviceId, readTo }: PullEntity, at: Date) {
  if (serviceId === null) return mayFollowHolidays(viewer);
  const [service] = await servicePlacesOf(tx, [serviceId]);
  return mayMeasure(viewer, service!) && !isMeasuredIn(viewer, service!, { from: readTo, to: at });
}

/** The next time that it is said to ask: however long a question took, those between fall away. */
function plannedAfter(at: Date, { plannedAt, everyMinutes }: PullEntity): Date {
  const everyMs = everyMinutes * 60_000;
  const lateMs = at.getTime() - plannedAt!.getTime();
  return new Date(plannedAt!.getTime() + everyMs * Math.max(0, 1 + Math.floor(lateMs / everyMs)));
}

const unitOf = ({ asked }: PullEntity): string | null => (asked.kind === 'prometheusHistogram' ? asked.unit : null);

function chunkOf(
  rows: Reading['rows'],
  { service, series, unit }: { service: string; series: string; unit: string | null },
): Chunk<ToldByMachine> {
  const chunk: Chunk<ToldByMachine> = { rows: [], faults: [] };
  for (const [i, { fault, at, to, good, total, up, sketch, bounds }] of rows.entries()) {
    const line = i + 1;
    if (fault !== null) {
      chunk.faults.push({ line, column: null, value: new Date(at).toISOString(), reason: fault });
      continue;
    }
    const kind = up !== null ? 'probes' : sketch ? 'values' : 'counts';
    const row: MeasurementRow = { service, series, kind, unit, at, to, good, total, up, sketch, bounds };
    chunk.rows.push({ line, row });
  }
  return chunk;
}

/** The first of those that were refused, each with what it is called and why. */
function problemOf({ problems, refused }: Receipt): string | null {
  if (problems.length === 0) return null;
  const told = problems.slice(0, PROBLEMS_TOLD).map(({ value, reason }) => {
    const words = /[.!?…]$/.test(reason) ? reason : `${reason}.`;
    return value === null ? words : `“${shortened(value)}”: ${words}`;
  });
  const more = refused - told.length;
  const head = refused === 1 ? 'One was refused.' : `${refused} were refused.`;
  return [head, ...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

const PROBLEMS_TOLD = 5;
const LONGEST_TITLE = 80;
const shortened = (text: string): string =>
  text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE).trimEnd()}…` : text;

const TAKE_DUE = `
  UPDATE pull p SET planned_at = due.planned, next_at = due.planned
  FROM (
    SELECT id, planned_at + every_minutes * interval '1 minute'
      * greatest(0, 1 + floor(extract(epoch FROM $1::timestamptz - planned_at) / (60 * every_minutes))) AS planned
    FROM pull WHERE state = 'active' AND next_at <= $1 ORDER BY next_at LIMIT 500 FOR UPDATE SKIP LOCKED
  ) due
  WHERE p.id = due.id
  RETURNING p.id AS "pullId"`;
