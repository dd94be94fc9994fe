import { DomainError } from '../domain-error.js';

export const ORDER_KINDS = ['subscribe'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATES = [
  'draft',
  'submitted',
  'awaitingApproval',
  'approved',
  'fulfilling',
  'delivered',
  'completed',
  'rejected',
  'cancelled',
  'failed',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const TASK_STATES = ['open', 'started', 'done', 'failed', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const BUDGET_ENTRY_KINDS = ['reserved', 'released', 'spent'] as const;
export type BudgetEntryKind = (typeof BUDGET_ENTRY_KINDS)[number];

/** Who makes a move. */
export type OrderParty = 'requester' | 'approver' | 'team';

interface Move {
  readonly from: readonly OrderState[];
  readonly to: OrderState;
  readonly by: OrderParty;
  /** For sentences: who moves it submits this order; it is submitted. */
  readonly does: string;
  readonly done: string;
  /** How the audit calls it. */
  readonly action: string;
  /** What becomes of the money. */
  readonly money?: BudgetEntryKind;
  /** What becomes of the team's work. */
  readonly task?: TaskState;
}

/** The whole life of an order that subscribes to a service. */
export const ORDER_MOVES = {
  submit: {
    from: ['draft'],
    to: 'submitted',
    by: 'requester',
    does: 'submits',
    done: 'submitted',
    action: 'order.submitted',
    money: 'reserved',
  },
  askApproval: {
    from: ['submitted'],
    to: 'awaitingApproval',
    by: 'requester',
    does: 'submits',
    done: 'put up for approval',
    action: 'order.submitted',
  },
  approve: {
    from: ['awaitingApproval'],
    to: 'approved',
    by: 'approver',
    does: 'approves',
    done: 'approved',
    action: 'order.approved',
    task: 'open',
  },
  reject: {
    from: ['awaitingApproval'],
    to: 'rejected',
    by: 'approver',
    does: 'rejects',
    done: 'rejected',
    action: 'order.rejected',
    money: 'released',
  },
  start: {
    from: ['approved'],
    to: 'fulfilling',
    by: 'team',
    does: 'starts',
    done: 'started',
    action: 'order.started',
    task: 'started',
  },
  deliver: {
    from: ['fulfilling'],
    to: 'delivered',
    by: 'team',
    does: 'delivers',
    done: 'delivered',
    action: 'order.delivered',
    task: 'done',
  },
  fail: {
    from: ['approved', 'fulfilling'],
    to: 'failed',
    by: 'team',
    does: 'gives up',
    done: 'given up',
    action: 'order.failed',
    money: 'released',
    task: 'failed',
  },
  accept: {
    from: ['delivered'],
    to: 'completed',
    by: 'requester',
    does: 'accepts',
    done: 'accepted',
    action: 'order.completed',
    money: 'spent',
  },
  cancel: {
    from: ['draft', 'awaitingApproval', 'approved'],
    to: 'cancelled',
    by: 'requester',
    does: 'cancels',
    done: 'cancelled',
    action: 'order.cancelled',
    money: 'released',
    task: 'cancelled',
  },
} as const satisfies Record<string, Move>;
export type OrderMove = keyof typeof ORDER_MOVES;

/** How a state is told to people. */
export const STATE_WORDS: Readonly<Record<OrderState, string>> = {
  draft: 'a draft',
  submitted: 'submitted',
  awaitingApproval: 'awaiting approval',
  approved: 'approved',
  fulfilling: 'being fulfilled',
  delivered: 'delivered',
  completed: 'completed',
  rejected: 'rejected',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** Whether the move starts where the order stands. */
export function startsFrom(move: OrderMove, state: OrderState): boolean {
  const { from }: Move = ORDER_MOVES[move];
  return from.includes(state);
}

/**
 * Where the move takes the order.
 *
 * @throws {DomainError} `WRONG_STATE` when it cannot start from here.
 */
export function moveOrder(state: OrderState, move: OrderMove): OrderState {
  const { to, done, from }: Move = ORDER_MOVES[move];
  if (startsFrom(move, state)) return to;
  const starts = from.map((start) => STATE_WORDS[start]).join(' or ');
  throw new DomainError(
    'WRONG_STATE',
    `This order is ${STATE_WORDS[state]}; it can be ${done} only while it is ${starts}.`,
  );
}
