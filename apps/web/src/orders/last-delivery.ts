import type { OrderRowFragment } from '../generated/graphql';

type Delivery = NonNullable<OrderRowFragment['items'][number]['delivery']>;
export type Promised = { items: readonly { delivery: Delivery | null }[] };

/** The promise that an order keeps last; null where no instant was promised. */
export function lastDelivery({ items }: Promised): (Delivery & { dueAt: string }) | null {
  const promised = items.flatMap(({ delivery }) => (delivery?.dueAt ? [{ ...delivery, dueAt: delivery.dueAt }] : []));
  return promised.sort((a, b) => a.dueAt.localeCompare(b.dueAt)).at(-1) ?? null;
}
