import type { EntityManager } from 'typeorm';
import type { Evaluation } from './evaluation.js';

/**
 * Judges running periods whose figure changes by mere time: something was down when they were judged, and nobody has said
 * since that it is up, or a clock has run out. Everything else that passes waits for the hour.
 */
export async function judgeLasting(
  tx: EntityManager,
  evaluation: Evaluation,
  commitmentIds: readonly string[],
  at: Date,
): Promise<void> {
  const rows: { id: string }[] = await tx.query(LASTING, [commitmentIds, at]);
  if (rows.length > 0)
    await evaluation.reevaluate(tx, { commitmentIds: rows.map(({ id }) => id), from: at, to: at }, at);
}

const LASTING = `
  SELECT DISTINCT r.commitment_id AS id FROM period_result r JOIN result_contribution n ON n.result_id = r.id
  WHERE r.commitment_id = ANY($1) AND r.state = 'open' AND r.evaluated_at < $2 AND r.from_at <= $2 AND r.to_at > $2
    AND ((n.kind IN ('outage', 'probe') AND n.to_at >= r.evaluated_at)
      OR (n.kind = 'ticket' AND n.verdict = 'running' AND n.due_near <= $2))`;
