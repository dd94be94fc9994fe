import type { OrderForm } from '@accord/domain';
import { useQueries } from '@tanstack/react-query';
import { query } from '../app/query';
import { OrderableServiceDocument, type OrderableServiceQuery } from '../generated/graphql';

export type OrderableService = NonNullable<OrderableServiceQuery['service']>;

/** The services of the items of an order, by their slugs, as far as they have come. */
export function useOrderServices(slugs: readonly string[]): ReadonlyMap<string, OrderableService> {
  return useQueries({
    queries: [...new Set(slugs)].map((slug) => query(OrderableServiceDocument, { slug })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data?.service ? [[data.service.slug, data.service] as const] : []))),
  });
}

export function formOf(service: OrderableService | undefined): OrderForm | null {
  return (service?.orderForm?.form ?? null) as OrderForm | null;
}

/** What can be ordered today. */
export function offeredPlans(service: OrderableService | undefined) {
  return (service?.plans ?? []).filter(({ endedAt }) => endedAt === null);
}
