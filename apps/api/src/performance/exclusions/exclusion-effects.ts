import { isBetteredByLateData, type PeriodEffect, type PeriodOutcome, shownFigure } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Evaluation } from '../evaluation/evaluation.js';
import type { Judged } from '../evaluation/judge-period.js';
import { NEWEST, type NewestResult } from '../evaluation/newest-results.js';
import { differs } from '../evaluation/result-row.js';
import type { ExclusionEntity } from './exclusion.entity.js';

type ExcludedTime = Pick<ExclusionEntity, 'commitmentId' | 'fromAt' | 'toAt'>;

/** What time that is left out would make of the periods that it touches. */
@Injectable()
export class ExclusionEffects {
  constructor(private readonly evaluation: Evaluation) {}

  /** By all that is known now: of each period that it lies in, and of later ones in which a clock is due later. */
  async of(tx: EntityManager, { commitmentId, fromAt, toAt }: ExcludedTime, at: Date): Promise<PeriodEffect[]> {
    const results: NewestResult[] = await tx.query(`${NEWEST} AND commitment_id = $1 AND to_at > $2 ORDER BY from_at`, [
      commitmentId,
      fromAt,
    ]);
    const left = { from: fromAt.getTime(), to: toAt.getTime() };
    const judged = await this.evaluation.withoutTime(tx, results, left, at);
    const frozen = results.filter(({ state }) => state === 'frozen');
    const late = await this.evaluation.judgeByLateData(tx, frozen, at);
    const byLateData = new Map(frozen.map(({ id }, i) => [id, late[i]!]));
    const standing = await standingOf(tx, results);
    return results
      .map((result, i): PeriodEffect & { reached: boolean } => {
        const { before, after } = judged[i]!;
        const changes = differs(before, after);
        const { id: resultId, period, revision, state } = result;
        const lateAlone = byLateData.get(result.id);
        const restates = state === 'frozen' && changes && differs(result, after);
        return {
          resultId,
          period,
          revision,
          state,
          unit: before.judgement.budget.unit,
          // A frozen one says what it said, whatever has become known since.
          before: standing.get(resultId) ?? outcomeOf(before),
          after: outcomeOf(after),
          changes,
          restates,
          hasLateData: state === 'frozen' && differs(result, before),
          bettersByLateData:
            restates &&
            lateAlone !== undefined &&
            isBetteredByLateData({
              comparator: after.pinned.row.comparator,
              was: result,
              now: after.judgement,
              hasLateData: differs(result, lateAlone),
            }),
          reached: changes || result.fromAt < toAt,
        };
      })
      .filter(({ reached }) => reached)
      .map(({ reached: _, ...effect }) => effect);
  }
}

function outcomeOf({ judgement, pinned: { row }, commitment }: Judged): PeriodOutcome {
  const { ratio, verdict, budget, credit } = judgement;
  return {
    figure: shownFigure(ratio, row.target, row.comparator),
    verdict,
    budgetTotal: budget.total,
    budgetLeft: budget.left,
    credit: credit && owes(credit) ? { ...pick(credit), currency: commitment.currency } : null,
  };
}

const owes = ({ percent }: { percent: string }): boolean => Number(percent) !== 0;
const pick = ({ percent, amount }: { percent: string; amount: string | null }) => ({ percent, amount });

async function standingOf(
  tx: EntityManager,
  results: readonly NewestResult[],
): Promise<ReadonlyMap<string, PeriodOutcome>> {
  const frozen = results.filter(({ state }) => state === 'frozen').map(({ id }) => id);
  const rows: (PeriodOutcome & { id: string })[] = frozen.length > 0 ? await tx.query(STANDING, [frozen]) : [];
  return new Map(rows.map(({ id, ...outcome }) => [id, outcome]));
}

const STANDING = `
  SELECT r.id, r.figure, r.verdict, r.budget_total AS "budgetTotal", r.budget_left AS "budgetLeft",
    CASE WHEN k.percent <> 0 THEN jsonb_build_object(
      'percent', k.percent::text, 'amount', k.amount::text, 'currency', k.currency
    ) END AS credit
  FROM period_result r LEFT JOIN service_credit k ON k.result_id = r.id
  WHERE r.id = ANY($1)`;
