import type { OrderDraftQuery } from '../../generated/graphql';

type Draft = NonNullable<OrderDraftQuery['order']>;

/** The bundle that a draft was chosen from; null where an item is of none, or of another. */
export function bundleOfDraft({ items }: Draft): { id: string; slug: string } | null {
  const bundle = items[0]?.bundle ?? null;
  return items.every((item) => item.bundle?.id === bundle?.id) ? bundle : null;
}
