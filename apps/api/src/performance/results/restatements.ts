import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit, type AuditMode } from '../../platform/audit/audit.js';
import { Evaluation } from '../evaluation/evaluation.js';
import type { Judged } from '../evaluation/judge-period.js';
import type { NewestResult } from '../evaluation/newest-results.js';
import { newResultId, storeResults, type ToStore } from '../evaluation/result-store.js';
import { judgedColumns } from '../evaluation/result-row.js';
import { Settlements } from '../claims/settlements.js';
import { recordKey, settledPeriods } from '../records/figures-of-record.js';
import { Breaches } from './breaches.js';

/** New revisions of frozen results; the old ones stay as they were. */
@Injectable()
export class Restatements {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly breaches: Breaches,
    private readonly settlements: Settlements,
    private readonly audit: Audit,
  ) {}

  /**
   * Judges frozen results again and freezes what comes out. Their commitments must be locked. Those of which both sides
   * settled whose figure counts stay as they are, unless it is that which restates them.
   *
   * @returns The ids of the new revisions.
   */
  async restate(
    tx: EntityManager,
    act: Act & { mode?: AuditMode },
    late: readonly NewestResult[],
    reason: string,
    { isOfRecord = false } = {},
  ): Promise<string[]> {
    const settled = isOfRecord ? new Set() : await settledPeriods(tx, late);
    const frozen = late.filter(({ commitmentId, period }) => !settled.has(recordKey(commitmentId, period)));
    if (frozen.length === 0) return [];
    const judged = await this.evaluation.judgeAgain(tx, frozen, act.at);
    await tx.query(`UPDATE period_result SET state = 'superseded' WHERE id = ANY($1)`, [frozen.map(({ id }) => id)]);
    const revisions = frozen.map((old, i) => ({ old, revision: toStore(act, old, judged[i]!, reason) }));
    await storeResults(
      tx,
      revisions.map(({ revision }) => revision),
      act.at,
    );
    for (const { old, revision } of revisions) {
      await this.breaches.restate(tx, act.at, old.id, revision);
      const { id, judged: now, standing } = revision;
      const after = { ...standing, ...figures(judgedColumns(now, act.at)) };
      await this.audit.record(
        tx,
        { ...act, reason },
        'result.restated',
        { type: 'periodResult', id },
        figures(old),
        after,
      );
    }
    const ids = revisions.map(({ revision }) => revision.id);
    await this.settlements.settle(tx, { ...act, reason }, ids);
    return ids;
  }
}

/** What had been measured before is still known, also where a ticket that told it counts no longer. */
function toStore(act: Act, old: NewestResult, judgedAgain: Judged, reason: string): ToStore {
  const judged = { ...judgedAgain, dataAsOf: later(judgedAgain.dataAsOf, old.dataAsOf) };
  const { figure } = judgedColumns(judged, act.at);
  const difference = figure === null || old.figure === null ? null : new Decimal(figure).minus(old.figure).toFixed();
  return {
    judged,
    id: newResultId(act.at),
    standing: {
      revision: old.revision + 1,
      state: 'frozen',
      frozenById: act.viewer.personId,
      frozenAt: act.at,
      reason,
      difference,
    },
  };
}

const later = (at: number | null, known: Date | null): number | null =>
  known === null ? at : Math.max(at ?? 0, known.getTime());

const figures = ({
  commitmentId,
  period,
  verdict,
  figure,
  numerator,
  denominator,
}: Omit<NewestResult, 'id' | 'revision' | 'state' | 'dataAsOf' | 'hasLateData'>) => ({
  commitmentId,
  period,
  verdict,
  figure,
  numerator,
  denominator,
});
