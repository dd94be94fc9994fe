import type { OrderState } from '../generated/graphql';

const stages = ['SUBMITTED', 'APPROVED', 'FULFILLING', 'DELIVERED', 'COMPLETED'] as const;
const stops: readonly OrderState[] = ['REJECTED', 'CANCELLED', 'FAILED'];

export type Stage = {
  key: (typeof stages)[number] | 'REJECTED' | 'CANCELLED' | 'FAILED';
  standing: 'done' | 'now' | 'ahead' | 'stopped';
  /** When it was reached. */
  at: string | null;
};
type Event = { to: OrderState; at: string };

/** The way of an order: what is behind it, what comes next and later; one that was stopped ends where it was. */
export function stagesOf(state: OrderState, events: readonly Event[]): Stage[] {
  const reached = (key: OrderState) => events.find(({ to }) => to === key)?.at ?? null;
  const way = stages.map((key) => ({ key, at: reached(key) }));
  const done = way.filter(({ at }) => at !== null).map((stage) => ({ ...stage, standing: 'done' as const }));
  if (stops.includes(state)) return [...done, { key: state as Stage['key'], standing: 'stopped', at: reached(state) }];
  const ahead = way.filter(({ at }) => at === null);
  return [
    ...done,
    ...ahead.map((stage, place) => ({ ...stage, standing: place === 0 ? ('now' as const) : ('ahead' as const) })),
  ];
}
