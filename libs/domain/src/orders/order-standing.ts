import { DomainError } from '../domain-error.js';
import { moveOf, type OrderMove } from './order-moves.js';
import { OPEN_STATES, type OrderState, STATE_WORDS } from './order-states.js';

/** What decides where an order can go. */
export interface OrderStanding {
  readonly state: OrderState;
  /** The state that waits while something is asked; null in every other state. */
  readonly resumesAs: OrderState | null;
  readonly cancellationAsked: boolean;
}

/** Whether the move starts where the order stands. What is asked about can be cancelled as where it was asked. */
export function startsFrom(name: OrderMove, { state, resumesAs, cancellationAsked }: OrderStanding): boolean {
  const { from, ifCancellationAsked } = moveOf(name);
  if (ifCancellationAsked && !cancellationAsked) return false;
  if (name === 'askCancellation' && cancellationAsked) return false;
  if (state === 'needsInformation' && (name === 'cancel' || name === 'askCancellation'))
    return resumesAs !== null && from.includes(resumesAs);
  return from.includes(state);
}

/**
 * Where the move takes the order.
 *
 * @throws {DomainError} `WRONG_STATE` when it cannot start from here.
 */
export function moveOrder(standing: OrderStanding, name: OrderMove): OrderStanding {
  const { to, done, from, ifCancellationAsked } = moveOf(name);
  const { state, resumesAs, cancellationAsked } = standing;
  if (startsFrom(name, standing)) {
    if (to === 'same') return { ...standing, cancellationAsked: askedAfter(name, cancellationAsked) };
    const next = to === 'back' ? resumesAs! : to;
    const waits = next === 'needsInformation';
    const goesOn = OPEN_STATES.some((open) => open === next);
    return { state: next, resumesAs: waits ? state : null, cancellationAsked: cancellationAsked && goesOn };
  }
  if (ifCancellationAsked && !cancellationAsked)
    throw new DomainError('WRONG_STATE', 'Nobody asked to cancel this order.');
  if (name === 'askCancellation' && cancellationAsked)
    throw new DomainError('WRONG_STATE', 'The team was asked to cancel this order already.');
  const starts = from.map((start) => STATE_WORDS[start]).join(' or ');
  throw new DomainError(
    'WRONG_STATE',
    `This order is ${STATE_WORDS[state]}; it can be ${done} only while it is ${starts}.`,
  );
}

function askedAfter(name: OrderMove, asked: boolean): boolean {
  return name === 'askCancellation' || (asked && name !== 'refuseCancellation');
}

/**
 * The state that a way of moves leads to.
 *
 * @throws {DomainError} `WRONG_STATE` when the way has a move that could not be made.
 */
export function replayOrder(moves: readonly OrderMove[]): OrderStanding {
  const draft: OrderStanding = { state: 'draft', resumesAs: null, cancellationAsked: false };
  return moves.reduce(moveOrder, draft);
}
