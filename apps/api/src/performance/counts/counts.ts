import {
  assertAllowed,
  assertCounts,
  assertForward,
  assertFree,
  assertHappened,
  assertNotMeasuredIn,
  assertText,
  mayMeasure,
  type MeasuredService,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Evaluation } from '../evaluation/evaluation.js';
import { lockService } from '../lock-service.js';
import { CountIntervalEntity } from './count-interval.entity.js';
import { replacedCounts } from './replaced-counts.js';

export interface NewCounts {
  serviceId: string;
  series: string;
  from: Date;
  to: Date;
  good: number;
  total: number;
  /** Why they take the place of other figures. */
  reason?: string | null;
}

/** Good and total events, counted by people. */
@Injectable()
export class Counts {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly audit: Audit,
  ) {}

  /**
   * Records what was counted; for an interval that was recorded before, the new figures take the place of the old ones.
   *
   * @throws {DomainError} As `replacedCounts`, or when the viewer may not or is measured by it, there are more good events than all, or the
   *   time is reversed, in the future, or shared with another interval of the series.
   */
  async record(act: Act, counts: NewCounts): Promise<CountIntervalEntity> {
    return (await this.recordAll(act, [counts]))[0]!;
  }

  /** As `record`, for many intervals, such as the days of a month: all of them or none, judged once. */
  recordAll(act: Act, entered: readonly NewCounts[]): Promise<CountIntervalEntity[]> {
    const counts = entered.map((count) => ({ ...count, series: count.series.trim() }));
    return this.database.transaction(async (tx) => {
      const serviceIds = [...new Set(counts.map(({ serviceId }) => serviceId))].sort();
      const services = new Map<string, MeasuredService>();
      for (const id of serviceIds) {
        const service = await lockService(tx, id);
        assertAllowed(mayMeasure(act.viewer, service), 'record counts of this service');
        services.set(id, service);
      }
      for (const count of counts) {
        assertNotMeasuredIn(act.viewer, services.get(count.serviceId)!, count, 'record its counts');
        assertPossible(count, act.at);
      }
      await assertNoneShared(tx, counts);
      const recorded = { recordedById: act.viewer.personId, recordedAt: act.at };
      const rows = counts.map(({ serviceId, series, from, to, good, total }) => ({
        id: uuidv7(act.at),
        serviceId,
        series,
        fromAt: from,
        toAt: to,
        good: String(good),
        total: String(total),
        ...recorded,
      }));
      const reasons = counts.map(({ reason = null }) => reason);
      const replaced = await replacedCounts(tx, rows, reasons);
      await tx.insert(CountIntervalEntity, rows);
      const from = new Date(Math.min(...counts.map((count) => count.from.getTime())));
      const to = new Date(Math.max(...counts.map((count) => count.to.getTime())));
      await this.evaluation.reevaluate(tx, { serviceIds, from, to }, act.at);
      for (const { before, after, reason } of replaced)
        await this.audit.record(tx, { ...act, reason }, 'counts.replaced', subjectOf(after), before, after);
      const others = rows.filter((row) => !replaced.some(({ after }) => after === row));
      for (const series of bySeries(others))
        await this.audit.record(tx, act, 'counts.recorded', subjectOf(series[0]!), null, summaryOf(series));
      return rows;
    });
  }
}

function assertPossible({ series, from, to, good, total }: NewCounts, at: Date): void {
  assertText(series, 'series');
  assertCounts(good, total);
  assertForward({ from, to });
  assertHappened({ from, to }, at);
}

const subjectOf = ({ id }: CountIntervalEntity) => ({ type: 'countInterval', id });

function bySeries(rows: readonly CountIntervalEntity[]): CountIntervalEntity[][] {
  const series = new Map<string, CountIntervalEntity[]>();
  for (const row of rows) {
    const key = `${row.serviceId} ${row.series}`;
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  return [...series.values()];
}

/** What the audit keeps of intervals recorded together; the rows themselves never change. */
function summaryOf(rows: readonly CountIntervalEntity[]): object {
  const [first] = rows;
  if (rows.length === 1) return first!;
  const sum = (figure: 'good' | 'total') => String(rows.reduce((all, row) => all + BigInt(row[figure]), 0n));
  const { serviceId, series, recordedById, recordedAt } = first!;
  const days = { fromAt: first!.fromAt, toAt: rows.at(-1)!.toAt, intervals: rows.length };
  return { serviceId, series, ...days, good: sum('good'), total: sum('total'), recordedById, recordedAt };
}

/** Of the same interval the newest row counts; parts of an interval would count twice. */
async function assertNoneShared(tx: EntityManager, counts: readonly NewCounts[]): Promise<void> {
  const [other] = await tx.query(SHARED, [
    counts.map(({ serviceId }) => serviceId),
    counts.map(({ series }) => series),
    counts.map(({ from }) => from),
    counts.map(({ to }) => to),
  ]);
  assertFree('interval', other);
}

const SHARED = `
  WITH counted AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[]) AS n(service_id, series, from_at, to_at)
  ), known AS (
    SELECT service_id, series, from_at, to_at FROM count_interval
    WHERE service_id = ANY($1) AND to_at > (SELECT min(from_at) FROM counted) AND from_at < (SELECT max(to_at) FROM counted)
    UNION ALL
    TABLE counted
  )
  SELECT k.from_at AS "from", k.to_at AS "to"
  FROM counted n JOIN known k USING (service_id, series)
  WHERE tstzrange(k.from_at, k.to_at) && tstzrange(n.from_at, n.to_at) AND (k.from_at, k.to_at) <> (n.from_at, n.to_at)
  LIMIT 1`;
