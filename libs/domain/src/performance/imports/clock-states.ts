import type { TicketRow } from './ticket-row.js';

/** How a clock stands: it runs, is held while somebody else is waited for, has stopped, or never counts. */
export type ClockState = 'running' | 'held' | 'stopped' | 'none';

/** How the clocks of a ticket stand after an event, as far as the event alone tells. */
export function clockStates({ state, firstResponseAt, automatic }: TicketRow): {
  readonly responseClock: ClockState;
  readonly resolutionClock: ClockState;
} {
  if (state === 'cancelled') return { responseClock: 'none', resolutionClock: 'none' };
  const isOver = state === 'resolved' || state === 'closed';
  const going = state === 'paused' ? 'held' : 'running';
  const isAnswered = isOver || (firstResponseAt !== null && !automatic);
  return { responseClock: isAnswered ? 'stopped' : going, resolutionClock: isOver ? 'stopped' : going };
}
