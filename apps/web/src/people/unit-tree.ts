export type TreeUnit = { id: string; name: string; endedAt: string | null; parent: { id: string } | null };

/** Units in the order of a tree, each below its parent, by name. Ended ones are left out, and so is all below `without`. */
export function unitTree<Unit extends TreeUnit>(
  units: readonly Unit[],
  without?: string,
): { unit: Unit; depth: number }[] {
  const live = units.filter(({ endedAt, id }) => endedAt === null && id !== without);
  const known = new Set(live.map(({ id }) => id));
  const below = (parent: string | null, depth: number): { unit: Unit; depth: number }[] =>
    live
      .filter(
        (unit) =>
          (unit.parent && (known.has(unit.parent.id) || unit.parent.id === without) ? unit.parent.id : null) === parent,
      )
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}
