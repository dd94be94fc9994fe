export const ORDER_KINDS = ['subscribe', 'change', 'renew', 'suspend', 'resume', 'terminate'] as const;
/** What an item of an order is about: something new, or a live subscription. */
export type OrderKind = (typeof ORDER_KINDS)[number];

export const SUBSCRIPTION_STATES = ['active', 'suspended', 'ended'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

interface Effect {
  /** States of a subscription from which it starts; `none` for what makes a new one. */
  readonly from: 'none' | readonly SubscriptionState[];
  readonly to: SubscriptionState;
  /** For sentences: this subscription can be changed. */
  readonly done: string;
}

/** What each kind does to a subscription, once its order is accepted. */
export const ORDER_KIND_EFFECTS = {
  subscribe: { from: 'none', to: 'active', done: 'begun' },
  change: { from: ['active'], to: 'active', done: 'changed' },
  renew: { from: ['active'], to: 'active', done: 'renewed' },
  suspend: { from: ['active'], to: 'suspended', done: 'suspended' },
  resume: { from: ['suspended'], to: 'active', done: 'resumed' },
  terminate: { from: ['active', 'suspended'], to: 'ended', done: 'terminated' },
} as const satisfies Record<OrderKind, Effect>;
