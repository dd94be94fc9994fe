import type { PeriodEffect } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';

/** Whether the viewer counted or imported something of the period of a result after that was frozen. */
export async function broughtSince(tx: EntityManager, { viewer }: Act, resultId: string): Promise<boolean> {
  const [{ brought }]: [{ brought: boolean }] = await tx.query(BROUGHT, [resultId, viewer.personId]);
  return brought;
}

/** Whether a restatement by an exclusion would better a figure by data that the viewer brought after it was frozen. */
export const betteredByOwnData = async (tx: EntityManager, act: Act, effect: PeriodEffect): Promise<boolean> =>
  effect.bettersByLateData && broughtSince(tx, act, effect.resultId);

const BROUGHT = `
  WITH closed AS (
    SELECT c.service_id, r.from_at, r.to_at, r.frozen_at
    FROM period_result r JOIN commitment c ON c.id = r.commitment_id WHERE r.id = $1
  ), imported AS (
    SELECT i.id FROM import_run i, closed
    WHERE i.started_by_id = $2 AND coalesce(i.finished_at >= closed.frozen_at, true)
  ), brought AS (
    SELECT b.id FROM batch b, closed
    WHERE b.brought_by_id = $2
      AND (b.import_id IN (SELECT id FROM imported) OR (b.import_id IS NULL AND b.arrived_at >= closed.frozen_at))
  )
  SELECT EXISTS (
    SELECT FROM closed JOIN series s USING (service_id)
    JOIN measurement m ON m.series_id = s.id AND m.observed_at <= closed.to_at
      AND coalesce(m.to_at > closed.from_at, m.observed_at >= closed.from_at)
    WHERE m.batch_id IN (SELECT id FROM brought)
  ) OR EXISTS (
    SELECT FROM closed JOIN ticket t USING (service_id)
    JOIN ticket_event e ON e.source_id = t.source_id AND e.number = t.number
    WHERE t.opened_at < closed.to_at AND coalesce(t.closed_at >= closed.from_at, true)
      AND e.import_id IN (SELECT id FROM imported)
  ) AS brought`;
