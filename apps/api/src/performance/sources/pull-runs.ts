import {
  DomainError,
  isMeasuredIn,
  type MeasurementRow,
  mayMeasure,
  type OutageReport,
  pullPauseMs,
  type ToldByMachine,
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
import type { Receipt } from '../ingestion/receipt.js';
import { servicePlacesOf } from '../judged-commitments.js';
import { SourceEntity } from '../ledger/source.entity.js';
import { OutageReports, SYSTEM_NAMES } from '../outages/reports/outage-reports.js';
import { PULL, PullAttemptEntity, PullEntity } from './pull.entity.js';
import { PullReader } from './pull-reader.js';
import { PullFailure, type Reading } from './reading.js';

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
  private async store(
    tx: EntityManager,
    pull: PullEntity,
    { rows, reports, readTo }: Reading,
    at: Date,
  ): Promise<Receipt | PullFailure> {
    const viewer = await viewerOfPerson(tx, pull.personId, at);
    const [service] = await servicePlacesOf(tx, [pull.serviceId]);
    const isForeign = !viewer || !mayMeasure(viewer, service!);
    if (isForeign || isMeasuredIn(viewer, service!, { from: pull.readTo, to: at })) return new PullFailure(NOT_THEIRS);
    if (reports) {
      const receipt = await this.storeReports(tx, { viewer, at }, pull, reports);
      pull.readTo = new Date(readTo);
      return receipt;
    }
    const source = await tx.findOneByOrFail(SourceEntity, { id: pull.sourceId });
    const [{ slug }]: [{ slug: string }] = await tx.query('SELECT slug FROM service WHERE id = $1', [pull.serviceId]);
    const batch = new IngestedBatch(tx, { viewer, at }, source, null);
    await batch.add(chunkOf(rows, { service: slug, series: pull.series, unit: unitOf(pull) }));
    if (await batch.end()) await this.jobs.enqueue(tx, JUDGE_MEASUREMENTS, {});
    pull.readTo = new Date(readTo);
    return batch.receipt;
  }

  /** By the rules of those who record outages by hand. A page that tells of none was heard all the same. */
  private async storeReports(
    tx: EntityManager,
    act: Act,
    { serviceId, sourceId }: PullEntity,
    reports: readonly OutageReport[],
  ): Promise<Receipt> {
    const receipt: Receipt = { accepted: 0, corrected: 0, duplicate: 0, refused: 0, problems: [] };
    const reporter = { system: 'statuspage', name: SYSTEM_NAMES.statuspage };
    for (const [i, report] of reports.entries()) {
      const outcome = await this.reports.tryIn(tx, act, serviceId, reporter, report);
      if (outcome === 'known') receipt.duplicate += 1;
      else if (!(outcome instanceof DomainError)) receipt.accepted += 1;
      else {
        receipt.refused += 1;
        receipt.problems.push({ line: i + 1, field: null, value: report.cause, reason: outcome.message });
      }
    }
    await tx.query('UPDATE source SET last_seen_at = greatest(last_seen_at, $2) WHERE id = $1', [sourceId, act.at]);
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
    const pauseMs = hasFailed
      ? pullPauseMs({ failures, everyMinutes, askedMs: outcome.retryAfterMs })
      : everyMinutes * 60_000;
    await tx.update(PullEntity, pull.id, {
      readTo: pull.readTo,
      attemptedAt: at,
      failures,
      nextAt: new Date(at.getTime() + pauseMs),
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
  'Whoever made this pull may not bring measurements of the service now. Another service manager takes it over by changing it.';

const unitOf = ({ asked }: PullEntity): string | null => (asked.kind === 'prometheusHistogram' ? asked.unit : null);

function chunkOf(
  rows: Reading['rows'],
  { service, series, unit }: { service: string; series: string; unit: string | null },
): Chunk<ToldByMachine> {
  const chunk: Chunk<ToldByMachine> = { rows: [], faults: [] };
  for (const [i, { fault, at, to, good, total, up, sketch }] of rows.entries()) {
    const line = i + 1;
    if (fault !== null) {
      chunk.faults.push({ line, column: null, value: new Date(at).toISOString(), reason: fault });
      continue;
    }
    const kind = up !== null ? 'probes' : sketch ? 'values' : 'counts';
    const row: MeasurementRow = { service, series, kind, unit, at, to, good, total, up, sketch };
    chunk.rows.push({ line, row });
  }
  return chunk;
}

function problemOf({ problems: [first], refused }: Receipt): string | null {
  if (!first) return null;
  const where = first.value === null ? '' : `${first.value} `;
  return refused === 1
    ? `One was refused: ${where}${first.reason}`
    : `${refused} were refused, the first: ${where}${first.reason}`;
}

const TAKE_DUE = `
  UPDATE pull p SET next_at = $1::timestamptz + p.every_minutes * interval '1 minute'
  FROM (SELECT id FROM pull WHERE state = 'active' AND next_at <= $1 ORDER BY next_at LIMIT 500 FOR UPDATE SKIP LOCKED) due
  WHERE p.id = due.id
  RETURNING p.id AS "pullId"`;
