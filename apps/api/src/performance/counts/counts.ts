import {
  assertAllowed,
  assertCounts,
  assertForward,
  assertHappened,
  assertKept,
  assertNotMeasuredIn,
  assertText,
  mayMeasure,
  type MeasuredService,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { FreshEvidence } from '../alerts/fresh-evidence.js';
import { lockService } from '../lock-service.js';
import type { CountInterval } from './count-interval.js';
import { enterCounts } from './enter-counts.js';

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
    private readonly evidence: FreshEvidence,
    private readonly audit: Audit,
  ) {}

  /**
   * Records what was counted; for an interval that was recorded before, the new figures take the place of the old ones.
   *
   * @throws {DomainError} As `enterCounts`, or when the viewer may not or is measured by it, there are more good events than all, or the
   *   time is reversed, before 2000 or in the future.
   */
  record(act: Act, counts: NewCounts): Promise<void> {
    return this.recordAll(act, [counts]);
  }

  /** As `record`, for many intervals, such as the days of a month: all of them or none, judged once. */
  recordAll(act: Act, entered: readonly NewCounts[]): Promise<void> {
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
      const { recorded, replaced } = await enterCounts(tx, act, counts);
      if (recorded.length + replaced.length === 0) return;
      const from = new Date(Math.min(...counts.map((count) => count.from.getTime())));
      const to = new Date(Math.max(...counts.map((count) => count.to.getTime())));
      await this.evidence.judge(tx, { serviceIds, from, to }, act.at);
      for (const { before, after, reason } of replaced)
        await this.audit.record(tx, { ...act, reason }, 'counts.replaced', subjectOf(after), before, after);
      for (const series of bySeries(recorded))
        await this.audit.record(tx, act, 'counts.recorded', subjectOf(series[0]!), null, summaryOf(series));
    });
  }
}

function assertPossible({ series, from, to, good, total }: NewCounts, at: Date): void {
  assertText(series, 'series');
  assertCounts(good, total);
  assertForward({ from, to });
  assertKept(from);
  assertHappened({ from, to }, at);
}

const subjectOf = ({ id }: CountInterval) => ({ type: 'countInterval', id });

function bySeries(rows: readonly CountInterval[]): CountInterval[][] {
  const series = new Map<string, CountInterval[]>();
  for (const row of rows) {
    const key = `${row.serviceId} ${row.series}`;
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  return [...series.values()];
}

/** What the audit keeps of intervals recorded together; the rows themselves never change. */
function summaryOf(rows: readonly CountInterval[]): object {
  const [first] = rows;
  if (rows.length === 1) return first!;
  const sum = (figure: 'good' | 'total') => String(rows.reduce((all, row) => all + BigInt(row[figure]), 0n));
  const { serviceId, series, recordedById, recordedAt } = first!;
  const days = { fromAt: first!.fromAt, toAt: rows.at(-1)!.toAt, intervals: rows.length };
  return { serviceId, series, ...days, good: sum('good'), total: sum('total'), recordedById, recordedAt };
}
