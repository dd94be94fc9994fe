import type { PackEdition, PackFragment } from '../generated/graphql';

/** The packs that stand, the internal edition first; older ones stay for the record. */
export function newestPacks(packs: readonly PackFragment[]): PackFragment[] {
  const newest = (edition: PackEdition) =>
    packs.filter((pack) => pack.edition === edition).toSorted((one, other) => other.number - one.number)[0];
  return [newest('INTERNAL'), newest('PROVIDER')].filter((pack) => pack !== undefined);
}

/** The pack that stands in an edition; the first one that the viewer may read when it is not given, or not theirs. */
export const packOf = (packs: readonly PackFragment[], edition: PackEdition | undefined): PackFragment | undefined =>
  packs.find((pack) => pack.edition === edition) ?? packs[0];
