import { DomainError } from '../domain-error.js';
import type { MoneyMove } from './budget-entry-kind.js';
import type { TaskState } from './task-state.js';

export const ORDER_STATES = [
  'draft',
  'submitted',
  'awaitingApproval',
  'needsInformation',
  'approved',
  'scheduled',
  'fulfilling',
  'onHold',
  'delivered',
  'completed',
  'rejected',
  'cancelled',
  'failed',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Orders of which something is still to come. */
export const OPEN_STATES = [
  'submitted',
  'awaitingApproval',
  'needsInformation',
  'approved',
  'scheduled',
  'fulfilling',
  'onHold',
  'delivered',
] as const satisfies readonly OrderState[];

/** Who makes a move; `nobody` is a rule, a date or silence. */
export const ORDER_PARTIES = ['requester', 'approver', 'team', 'nobody'] as const;
export type OrderParty = (typeof ORDER_PARTIES)[number];

interface Move {
  readonly from: readonly OrderState[];
  /** `back`: to the state that waits; `same`: the order stays where it is. */
  readonly to: OrderState | 'back' | 'same';
  readonly by: readonly OrderParty[];
  /** For sentences: who moves it submits this order; it is submitted. */
  readonly does: string;
  readonly done: string;
  /** How the audit calls it. */
  readonly action: string;
  /** What becomes of the money. */
  readonly money?: MoneyMove;
  /** What becomes of the team's work. That of an approved order opens now, or on the day that was chosen. */
  readonly task?: TaskState;
  /** Only while the requester waits for the team's answer to a cancellation. */
  readonly ifCancellationAsked?: true;
}

/** The whole life of an order. The diagram in docs/orders.md is made from it. */
export const ORDER_MOVES = {
  submit: {
    from: ['draft'],
    to: 'submitted',
    by: ['requester'],
    does: 'submits',
    done: 'submitted',
    action: 'order.submitted',
    money: 'reserved',
  },
  askApproval: {
    from: ['submitted'],
    to: 'awaitingApproval',
    by: ['nobody'],
    does: 'puts up for approval',
    done: 'put up for approval',
    action: 'order.approvalAsked',
  },
  approveByRule: {
    from: ['submitted'],
    to: 'approved',
    by: ['nobody'],
    does: 'approves',
    done: 'approved by a rule',
    action: 'order.approved',
    money: 'committed',
  },
  approve: {
    from: ['awaitingApproval'],
    to: 'approved',
    by: ['approver'],
    does: 'approves',
    done: 'approved',
    action: 'order.approved',
    money: 'committed',
  },
  reject: {
    from: ['awaitingApproval'],
    to: 'rejected',
    by: ['approver'],
    does: 'rejects',
    done: 'rejected',
    action: 'order.rejected',
    money: 'released',
  },
  askBeforeApproval: {
    from: ['awaitingApproval'],
    to: 'needsInformation',
    by: ['approver'],
    does: 'asks about',
    done: 'asked about',
    action: 'order.asked',
  },
  askDuringWork: {
    from: ['approved', 'fulfilling'],
    to: 'needsInformation',
    by: ['team'],
    does: 'asks about',
    done: 'asked about',
    action: 'order.asked',
  },
  answer: {
    from: ['needsInformation'],
    to: 'back',
    by: ['requester'],
    does: 'answers for',
    done: 'answered for',
    action: 'order.answered',
  },
  schedule: {
    from: ['approved'],
    to: 'scheduled',
    by: ['nobody'],
    does: 'schedules',
    done: 'scheduled',
    action: 'order.scheduled',
  },
  wake: {
    from: ['scheduled'],
    to: 'fulfilling',
    by: ['nobody'],
    does: 'wakes',
    done: 'woken',
    action: 'order.woken',
    task: 'open',
  },
  // Also of work that nobody has taken, or whose assignee has left.
  start: {
    from: ['approved', 'fulfilling'],
    to: 'fulfilling',
    by: ['team'],
    does: 'starts',
    done: 'started',
    action: 'order.started',
    task: 'started',
  },
  hold: {
    from: ['fulfilling'],
    to: 'onHold',
    by: ['requester', 'team'],
    does: 'holds',
    done: 'put on hold',
    action: 'order.held',
  },
  release: {
    from: ['onHold'],
    to: 'fulfilling',
    by: ['requester', 'team'],
    does: 'releases',
    done: 'released',
    action: 'order.released',
  },
  deliver: {
    from: ['fulfilling'],
    to: 'delivered',
    by: ['team'],
    does: 'delivers',
    done: 'delivered',
    action: 'order.delivered',
    task: 'done',
  },
  fail: {
    from: ['approved', 'fulfilling', 'onHold'],
    to: 'failed',
    by: ['team'],
    does: 'gives up',
    done: 'given up',
    action: 'order.failed',
    money: 'released',
    task: 'failed',
  },
  retry: {
    from: ['failed'],
    to: 'fulfilling',
    by: ['team'],
    does: 'retries',
    done: 'tried again',
    action: 'order.retried',
    money: 'reserved',
    task: 'open',
  },
  accept: {
    from: ['delivered'],
    to: 'completed',
    by: ['requester'],
    does: 'accepts',
    done: 'accepted',
    action: 'order.completed',
  },
  acceptBySilence: {
    from: ['delivered'],
    to: 'completed',
    by: ['nobody'],
    does: 'accepts',
    done: 'accepted by silence',
    action: 'order.completed',
  },
  cancel: {
    from: ['draft', 'awaitingApproval', 'approved', 'scheduled'],
    to: 'cancelled',
    by: ['requester'],
    does: 'cancels',
    done: 'cancelled',
    action: 'order.cancelled',
    money: 'released',
    task: 'cancelled',
  },
  askCancellation: {
    from: ['fulfilling', 'onHold'],
    to: 'same',
    by: ['requester'],
    does: 'asks to cancel',
    done: 'asked to be cancelled',
    action: 'order.cancellationAsked',
  },
  grantCancellation: {
    from: ['fulfilling', 'onHold'],
    to: 'cancelled',
    by: ['team'],
    does: 'cancels',
    done: 'cancelled by its team',
    action: 'order.cancelled',
    money: 'released',
    task: 'cancelled',
    ifCancellationAsked: true,
  },
  refuseCancellation: {
    from: ['fulfilling', 'onHold'],
    to: 'same',
    by: ['team'],
    does: 'goes on with',
    done: 'gone on with',
    action: 'order.cancellationRefused',
    ifCancellationAsked: true,
  },
} as const satisfies Record<string, Move>;
export type OrderMove = keyof typeof ORDER_MOVES;

/** How a state is told to people. */
export const STATE_WORDS: Readonly<Record<OrderState, string>> = {
  draft: 'a draft',
  submitted: 'submitted',
  awaitingApproval: 'awaiting approval',
  needsInformation: 'waiting for information',
  approved: 'approved',
  scheduled: 'scheduled',
  fulfilling: 'being fulfilled',
  onHold: 'on hold',
  delivered: 'delivered',
  completed: 'completed',
  rejected: 'rejected',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** What decides where an order can go. */
export interface OrderStanding {
  readonly state: OrderState;
  /** The state that waits while something is asked; null in every other state. */
  readonly resumesAs: OrderState | null;
  readonly cancellationAsked: boolean;
}

export function moveOf(name: OrderMove): Move {
  return ORDER_MOVES[name];
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
    if (to === 'same') return { ...standing, cancellationAsked: name === 'askCancellation' };
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

/** An event of an order, as far as the time of its delivery goes. Instants are epoch milliseconds. */
export interface TimedMove {
  readonly at: number;
  readonly to: OrderState;
  readonly by: OrderParty;
}

/** What waits for the requester does not use up the time that was promised to them. */
export function stopsClock({ to, by }: Pick<TimedMove, 'to' | 'by'>): boolean {
  return to === 'needsInformation' || to === 'scheduled' || (to === 'onHold' && by === 'requester');
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
