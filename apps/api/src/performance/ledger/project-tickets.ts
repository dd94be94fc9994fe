import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';

/**
 * Makes tickets of a source anew from their events: the newest event says how the ticket stands, the changes of
 * state say when its clocks stood still. Call it in the transaction that stored the events.
 *
 * @param numbers The tickets whose events changed, each once.
 */
export async function projectTickets(tx: EntityManager, sourceId: string, numbers: readonly string[]): Promise<void> {
  // An id for each, so that nothing but the tickets at hand is looked at; one that was here before keeps its own.
  await tx.query(PROJECT, [sourceId, numbers, numbers.map(() => uuidv7())]);
}

/**
 * A stretch is a run of events in one state. Times of a state that the ticket has left again do not stand: a ticket
 * that was opened again is not resolved. Where the source names no time, the first event of the state does.
 */
const PROJECT = `
  WITH event AS (
    SELECT *, lag(state) OVER history IS DISTINCT FROM state AS begins
    FROM ticket_event WHERE source_id = $1 AND number = ANY($2::text[])
    WINDOW history AS (PARTITION BY number ORDER BY sequence, observed_at)
  ), change AS (
    SELECT number, state, observed_at AS "from",
      lead(observed_at) OVER (PARTITION BY number ORDER BY sequence, observed_at) AS "to"
    FROM event WHERE begins
  ), history AS (
    SELECT number,
      max("from") FILTER (WHERE "to" IS NULL) AS since,
      json_agg(json_build_object(
        'from', floor(extract(epoch FROM "from") * 1000), 'to', floor(extract(epoch FROM "to") * 1000), 'state', state
      ) ORDER BY "from") FILTER (WHERE state IN ('paused', 'resolved') AND "to" IS DISTINCT FROM "from") AS pauses
    FROM change GROUP BY number
  ), newest AS (
    SELECT DISTINCT ON (number) * FROM event ORDER BY number, sequence DESC, observed_at DESC
  )
  INSERT INTO ticket (id, source_id, number, service_id, state, priority, opened_at, first_response_at, resolved_at,
    closed_at, pauses, observed_at)
  SELECT made.id, e.source_id, e.number, e.service_id, e.state, e.priority, e.opened_at, e.first_response_at,
    CASE WHEN e.state IN ('resolved', 'closed') THEN coalesce(e.resolved_at, e.closed_at, h.since) END,
    CASE WHEN e.state = 'closed' THEN coalesce(e.closed_at, h.since) END,
    coalesce(h.pauses, '[]')::jsonb, e.observed_at
  FROM newest e
  JOIN history h USING (number)
  JOIN unnest($2::text[], $3::uuid[]) AS made(number, id) USING (number)
  ON CONFLICT ON CONSTRAINT ticket_source_number_key DO UPDATE SET
    service_id = excluded.service_id, state = excluded.state, priority = excluded.priority,
    opened_at = excluded.opened_at, first_response_at = excluded.first_response_at,
    resolved_at = excluded.resolved_at, closed_at = excluded.closed_at, pauses = excluded.pauses,
    observed_at = excluded.observed_at`;
