import { sharePercents } from '@accord/domain';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

/** What cost budget for the same reason. */
export interface BudgetShareRow {
  resultId: string;
  kind: string;
  label: string | null;
  /** Milliseconds, tickets or events, as the budget of the result counts them. */
  amount: string;
  contributions: number;
  /** Of everything that cost budget, percent; all are 100.0 together. */
  sharePercent: string;
}

/**
 * The contributions that cost budget, summed by cause, the largest first: outages by what people wrote, what probes found
 * by the day, tickets by priority, counts and answers by the day on which they begin. Keys are ids of results.
 */
export const budgetSharesOf = defineLoader<string, BudgetShareRow[]>(async (ids, { manager }) => {
  const rows: Omit<BudgetShareRow, 'sharePercent'>[] = await manager.query(
    `SELECT summed.* FROM (
         SELECT c.result_id AS "resultId", c.kind, CASE c.kind
             WHEN 'outage' THEN o.cause
             WHEN 'ticket' THEN c.priority::text
             ELSE to_char(c.from_at AT TIME ZONE r.time_zone, 'YYYY-MM-DD') END AS label,
           sum(CASE c.kind WHEN 'ticket' THEN 1 WHEN 'outage' THEN c.counted_ms WHEN 'probe' THEN c.counted_ms ELSE c.total - c.good END)::text AS amount,
           count(*)::int AS contributions
         FROM result_contribution c JOIN period_result r ON r.id = c.result_id
         LEFT JOIN outage o ON c.kind = 'outage' AND o.id = c.evidence_id
         WHERE c.bad AND c.result_id = ANY($1::uuid[]) GROUP BY 1, 2, 3
       ) summed
       ORDER BY summed.amount::numeric DESC, summed.label`,
    [ids],
  );
  return groupedBy(ids, rows, ({ resultId }) => resultId).map((causes) => {
    const percents = sharePercents(causes.map(({ amount }) => amount));
    return causes.map((cause, i) => ({ ...cause, sharePercent: percents[i]! }));
  });
});
