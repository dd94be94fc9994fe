import type { ArchetypeKey, Lifecycle, LineOfService } from '../generated/graphql';

/** What of the catalog's address narrows the list. */
export type CatalogSearch = {
  q?: string;
  archetype?: ArchetypeKey[];
  line?: LineOfService[];
  provider?: string[];
  owner?: string[];
  status?: Lifecycle[];
  /** Only what the viewer marked. */
  marked?: true;
};

/** The catalog is what can be used; what is still to come or gone is there for who asks for it. */
export const usable: Lifecycle[] = ['LIVE', 'RETIRING'];

/** The facets of the contract by the param that holds their choice. */
export const facetParams = {
  line: 'line',
  archetype: 'archetype',
  provider: 'provider',
  owner: 'owner',
  lifecycle: 'status',
} as const;

export const choicesOf = (search: CatalogSearch) =>
  Object.values(facetParams).flatMap((param): readonly string[] => search[param] ?? []);
