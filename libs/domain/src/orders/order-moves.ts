import type { MoneyMove } from './budget-entry-kind.js';
import type { OrderParty, OrderState } from './order-states.js';
import type { TaskState } from './task-state.js';

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
  // Who asked for it, or is to have it, may not have it any more when its day comes.
  refuseAtStart: {
    from: ['scheduled'],
    to: 'rejected',
    by: ['nobody'],
    does: 'rejects',
    done: 'rejected on its day',
    action: 'order.rejected',
    money: 'released',
  },
  // Also of work that nobody has taken, or whose assignee has left; by nobody where a webhook begins.
  start: {
    from: ['approved', 'fulfilling'],
    to: 'fulfilling',
    by: ['team', 'nobody'],
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
  // An item is delivered, given up or accepted while others are still worked on.
  deliverItem: {
    from: ['fulfilling', 'onHold', 'needsInformation'],
    to: 'same',
    by: ['team', 'nobody'],
    does: 'delivers a part of',
    done: 'delivered in part',
    action: 'order.itemDelivered',
  },
  failItem: {
    from: ['approved', 'fulfilling'],
    to: 'same',
    by: ['team'],
    does: 'gives up a part of',
    done: 'given up in part',
    action: 'order.itemFailed',
    money: 'releasedPart',
  },
  acceptItem: {
    from: ['fulfilling', 'onHold', 'delivered'],
    to: 'same',
    by: ['requester'],
    does: 'accepts a part of',
    done: 'accepted in part',
    action: 'order.itemAccepted',
  },
  // By nobody where the answer of a webhook was the last that it waited for.
  deliver: {
    from: ['fulfilling'],
    to: 'delivered',
    by: ['team', 'nobody'],
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
  // Not as ordered: the team puts it right, and no silence accepts it meanwhile.
  sendBack: {
    from: ['delivered'],
    to: 'fulfilling',
    by: ['requester'],
    does: 'sends back',
    done: 'sent back as not as ordered',
    action: 'order.sentBack',
  },
  sendBackItem: {
    from: ['fulfilling', 'delivered'],
    to: 'fulfilling',
    by: ['requester'],
    does: 'sends back a part of',
    done: 'sent back in part as not as ordered',
    action: 'order.itemSentBack',
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
  // What it is about has ended meanwhile: a change that nobody can have any more.
  lapse: {
    from: ['awaitingApproval', 'needsInformation', 'approved', 'scheduled', 'fulfilling', 'onHold', 'delivered'],
    to: 'cancelled',
    by: ['nobody'],
    does: 'ends',
    done: 'ended with its subscription',
    action: 'order.lapsed',
    money: 'released',
    task: 'cancelled',
  },
  // It was to leave what ends, which stays after all.
  takeBack: {
    from: ['awaitingApproval', 'needsInformation', 'approved', 'scheduled', 'fulfilling', 'onHold', 'delivered'],
    to: 'cancelled',
    by: ['nobody'],
    does: 'takes back',
    done: 'taken back',
    action: 'order.takenBack',
    money: 'released',
    task: 'cancelled',
  },
  lapseItem: {
    from: ['approved', 'fulfilling', 'onHold', 'delivered'],
    to: 'same',
    by: ['nobody'],
    does: 'ends a part of',
    done: 'ended in part with a subscription',
    action: 'order.itemLapsed',
    money: 'releasedPart',
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
  // What was accepted stays; what is left is given up.
  cancelRest: {
    from: ['fulfilling', 'onHold'],
    to: 'completed',
    by: ['team'],
    does: 'cancels the rest of',
    done: 'completed without its rest',
    action: 'order.restCancelled',
    money: 'releasedPart',
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

export function moveOf(name: OrderMove): Move {
  return ORDER_MOVES[name];
}
