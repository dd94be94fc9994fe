/** A budget owner's role in force: of a unit, or without one of the whole organisation. */
export interface BudgetOwner {
  readonly personId: string;
  readonly unitId: string | null;
}

/**
 * Who decides on an order: the budget owners of the nearest unit that has any, going up from the unit that pays, with
 * those of the whole organisation last. Nobody decides on what they request or receive.
 *
 * @param path The unit that pays, its parent, and so on up to the root.
 * @returns Ids of persons, each once; empty when nobody is left.
 */
export function approversOf(
  path: readonly string[],
  owners: readonly BudgetOwner[],
  concerned: readonly string[],
): string[] {
  const free = owners.filter(({ personId }) => !concerned.includes(personId));
  for (const place of [...path, null]) {
    const here = free.filter(({ unitId }) => unitId === place).map(({ personId }) => personId);
    if (here.length > 0) return [...new Set(here)].sort();
  }
  return [];
}
