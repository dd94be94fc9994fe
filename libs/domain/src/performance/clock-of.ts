import type { Pause } from '@accord/sla';
import type { TicketMetric } from '../agreements/indicator.js';

/** What a source says of a ticket, as far as clocks care. Instants are epoch milliseconds. */
export interface TicketTimes {
  readonly openedAt: number;
  readonly firstResponseAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  /** Stretches of a state that holds clocks. */
  readonly pauses: readonly (Pause & { readonly state: 'paused' | 'resolved' })[];
}

/**
 * The part of a clock that the ticket decides. Waiting for somebody else holds every clock; between a resolution and
 * being opened again only the resolution clock stands still.
 */
export function clockOf(metric: TicketMetric, ticket: TicketTimes) {
  const stopAt = stopOf(metric, ticket);
  return { startAt: ticket.openedAt, stopAt, pauses: pausesOf(metric, ticket, stopAt ?? Infinity) };
}

/** A closed ticket is resolved, and a resolved one responded to, even where the source does not say when. */
function stopOf(metric: TicketMetric, { firstResponseAt, resolvedAt, closedAt }: TicketTimes): number | null {
  if (metric === 'closure') return closedAt;
  if (metric === 'resolution') return resolvedAt ?? closedAt;
  return firstResponseAt ?? resolvedAt ?? closedAt;
}

const NONE: readonly Pause[] = [];

/** Those that began before the stop; what came later, such as being resolved until it was closed, holds nothing. */
function pausesOf(metric: TicketMetric, { pauses }: TicketTimes, stopAt: number): readonly Pause[] {
  if (pauses.length === 0) return NONE;
  return pauses
    .filter(({ from, state }) => from < stopAt && (state === 'paused' || metric === 'resolution'))
    .map(({ from, to }) => ({ from, to }));
}
