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
