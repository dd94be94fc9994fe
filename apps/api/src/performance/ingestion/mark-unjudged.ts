import type { EntityManager } from 'typeorm';
import { firstUpAfter, lastUpBefore } from '../ledger/held-since.js';

/** Time of a series of which something was measured, in epoch milliseconds. */
export interface MeasuredSpan {
  seriesId: number;
  from: number;
  to: number;
}

/** Keeps which time of which services waits to be judged. @returns The newest instant that was measured. */
export async function markUnjudged(tx: EntityManager, spans: readonly MeasuredSpan[], at: Date): Promise<Date> {
  await tx.query(MARK, [
    spans.map(({ seriesId }) => seriesId),
    spans.map(({ from }) => new Date(from)),
    spans.map(({ to }) => new Date(to)),
    at,
  ]);
  return new Date(spans.reduce((newest, { to }) => Math.max(newest, to), 0));
}

/**
 * A probe says something of the outage before it, whose end it may be, and of the time until a later one finds the service
 * up: of all that follows, where none does.
 */
const MARK = `
  INSERT INTO unjudged (service_id, from_at, to_at)
  SELECT s.service_id,
    min(CASE WHEN s.kind <> 'probes' THEN n.from_at ELSE coalesce(${lastUpBefore('s.service_id', 'n.from_at')}, n.from_at) END),
    max(CASE WHEN s.kind <> 'probes' THEN n.to_at ELSE coalesce(${firstUpAfter('s.service_id', 'n.to_at')}, greatest(n.to_at, $4)) END)
  FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS n(series_id, from_at, to_at)
  JOIN series s ON s.id = n.series_id
  GROUP BY s.service_id`;
