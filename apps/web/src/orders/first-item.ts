/** What an order is told by: its first item, and how many more it has. There is always one. */
export function firstItem<Item>({ items }: { items: readonly Item[] }): { item: Item; more: number } {
  return { item: items[0]!, more: items.length - 1 };
}
