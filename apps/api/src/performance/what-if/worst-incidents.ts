import { isBreach } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { contributionRows } from '../evaluation/contribution-rows.js';
import type { Judged } from '../evaluation/judge-period.js';

/**
 * What spent most of the budget of what was missed, by the number that another system gave it, where it decides how
 * credits are counted. As of credits of record.
 */
export async function worstIncidents(tx: EntityManager, judged: readonly Judged[]): Promise<Map<Judged, string>> {
  const worst = new Map<Judged, { kind: string; evidenceId: string }>();
  for (const one of judged) {
    const found = one.pinned.row.remedy?.oncePerIncident && isBreach(one.judgement) && worstOf(one);
    if (found) worst.set(one, found);
  }
  if (worst.size === 0) return new Map();
  const ids = new Set([...worst.values()].flatMap(({ kind, evidenceId }) => (kind === 'outage' ? [evidenceId] : [])));
  const rows: { id: string; number: string }[] = await tx.query(NUMBERS, [[...ids]]);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return new Map(
    [...worst].map(([one, { kind, evidenceId }]) => [one, numbers.get(evidenceId) ?? `${kind}:${evidenceId}`]),
  );
}

function worstOf(judged: Judged) {
  for (const row of contributionRows(judged))
    if (row.bad && (row.kind === 'outage' || row.kind === 'ticket')) return row;
  return null;
}

const NUMBERS = `
  SELECT outage_id AS id, min(system || ':' || external_id) AS number
    FROM outage_report WHERE outage_id = ANY ($1::uuid[]) GROUP BY outage_id`;
