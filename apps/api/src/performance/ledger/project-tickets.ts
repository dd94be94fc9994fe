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
 * that was opened again is not resolved. Where the source names no time, the first event of the state does. A response
 * that a program gave is none: the first one of a person counts, or where the source keeps the time of the program's, the
 * first update by a person.
 *
 * One pass over the events in their order, and no join of what it finds: the plan stays linear, whatever is guessed of
 * how many there are.
 */
const PROJECT = `
  WITH known AS (
    SELECT made.id, e.*, last_value(opened_at) OVER history AS opens, last_value(opened_at) OVER history <= observed_at AS is_open
    FROM unnest($2::text[], $3::uuid[]) AS made(number, id)
    JOIN ticket_event e ON e.source_id = $1 AND e.number = made.number
    WINDOW history AS (
      PARTITION BY e.number ORDER BY sequence, observed_at ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
  ), event AS (
    SELECT *,
      lag(state) OVER history IS DISTINCT FROM state OR lag(is_open) OVER history IS DISTINCT FROM is_open AS begins,
      lead(state) OVER history IS NULL AS is_newest,
      lag(first_response_at) OVER history IS DISTINCT FROM first_response_at AS responds
    FROM known
    WINDOW history AS (PARTITION BY number ORDER BY sequence, observed_at)
  ), change AS (
    SELECT *, lead(observed_at) OVER (PARTITION BY number, begins ORDER BY sequence, observed_at) AS "to" FROM event
  ), told AS (
    SELECT *, max(observed_at) FILTER (WHERE begins AND "to" IS NULL AND is_open) OVER whole AS since,
      json_agg(json_build_object(
        'from', floor(extract(epoch FROM observed_at) * 1000), 'to', floor(extract(epoch FROM "to") * 1000), 'state', state
      )) FILTER (WHERE begins AND state IN ('paused', 'resolved') AND "to" IS DISTINCT FROM observed_at) OVER whole AS pauses,
      bool_or(responds AND automatic) OVER whole AS is_automatic,
      coalesce(
        min(first_response_at) FILTER (WHERE responds AND NOT automatic AND first_response_at >= opens) OVER whole,
        min(observed_at) FILTER (WHERE first_response_at IS NOT NULL AND NOT automatic AND is_open) OVER whole
      ) AS answered_at
    FROM change
    WINDOW whole AS (PARTITION BY number ORDER BY observed_at ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )
  INSERT INTO ticket (id, source_id, number, service_id, state, priority, opened_at, first_response_at, resolved_at,
    closed_at, pauses, observed_at)
  SELECT id, source_id, number, service_id, state, priority, opened_at,
    CASE WHEN is_automatic AND first_response_at IS NOT NULL THEN answered_at ELSE first_response_at END,
    CASE WHEN state IN ('resolved', 'closed') THEN coalesce(resolved_at, closed_at, since) END,
    CASE WHEN state = 'closed' THEN coalesce(closed_at, since) END,
    coalesce(pauses, '[]')::jsonb, observed_at
  FROM told WHERE is_newest
  ON CONFLICT ON CONSTRAINT ticket_source_number_key DO UPDATE SET
    service_id = excluded.service_id, state = excluded.state, priority = excluded.priority,
    opened_at = excluded.opened_at, first_response_at = excluded.first_response_at,
    resolved_at = excluded.resolved_at, closed_at = excluded.closed_at, pauses = excluded.pauses,
    observed_at = excluded.observed_at`;
