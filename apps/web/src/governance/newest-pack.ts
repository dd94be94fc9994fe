import type { PackEdition, PackFragment } from '../generated/graphql';

/** The packs that stand, the internal edition first; older ones stay for the record. */
export function newestPacks(packs: readonly PackFragment[]): PackFragment[] {
  const newest = (edition: PackEdition) =>
    packs.filter((pack) => pack.edition === edition).toSorted((one, other) => other.number - one.number)[0];
  return [newest('INTERNAL'), newest('PROVIDER')].filter((pack) => pack !== undefined);
}
