import type { OrderState } from '../generated/graphql';

const stages = ['SUBMITTED', 'APPROVED', 'FULFILLING', 'DELIVERED', 'COMPLETED'] as const;
const stops: readonly OrderState[] = ['REJECTED', 'CANCELLED', 'FAILED'];
const waits: readonly OrderState[] = ['NEEDS_INFORMATION', 'SCHEDULED', 'ON_HOLD'];

export type Stage = {
  key: (typeof stages)[number] | 'REJECTED' | 'CANCELLED' | 'FAILED';
  /** `waits`: it comes next, once what stops the order is over. */
  standing: 'done' | 'now' | 'waits' | 'ahead' | 'stopped';
  /** When it was reached. */
  at: string | null;
};
type Event = { to: OrderState; at: string };

/** The way of an order: what is behind it, what comes next and later; one that was stopped ends where it was. */
export function stagesOf(state: OrderState, events: readonly Event[]): Stage[] {
  const reached = (key: OrderState) => events.find(({ to }) => to === key)?.at ?? null;
  const way = stages.map((key) => ({ key, at: reached(key) }));
  const done = way.filter(({ at }) => at !== null).map((stage) => ({ ...stage, standing: 'done' as const }));
  if (stops.includes(state)) {
    const at = events.findLast(({ to }) => to === state)?.at ?? null;
    return [...done, { key: state as Stage['key'], standing: 'stopped', at }];
  }
  // Whoever cancelled the rest of it skipped the delivery of all.
  if (state === 'COMPLETED') return done;
  const next = waits.includes(state) ? ('waits' as const) : ('now' as const);
  const ahead = way.filter(({ at }) => at === null);
  return [...done, ...ahead.map((stage, place) => ({ ...stage, standing: place === 0 ? next : ('ahead' as const) }))];
}
