import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useOrAll } from '../../people/views/default-view';
import { askAhead } from './commitments-queries';
import type { CommitmentSearch } from './commitments-search';

const route = getRouteApi('/shell/commitments');

/** Every filter stands in the address; a changed one leads back to the first page. */
export function useCommitmentFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const orAll = useOrAll('/commitments');
  const { sort, group, until } = search;
  const clear = () => void navigate({ search: orAll({ sort, group, until }), resetScroll: false });
  return { search, change: useChangeFilters(), clear };
}

export function useChangeFilters() {
  const router = useRouter();
  const client = useQueryClient();
  const orAll = useOrAll('/commitments');
  return (changed: Partial<CommitmentSearch>, replace = false) => {
    const search = orAll({ ...router.latestLocation.search, cursor: undefined, ...changed } as CommitmentSearch);
    // The server has begun before the page hears of it.
    askAhead(client, search);
    void router.navigate({ to: '/commitments', search, replace, resetScroll: false });
  };
}

/** One of them: whoever reads it alone stays as it is when another changes. */
export function useFilter<Name extends keyof CommitmentSearch>(name: Name): CommitmentSearch[Name] {
  const chosen: unknown = route.useSearch({ select: (search): unknown => search[name], structuralSharing: false });
  return chosen as CommitmentSearch[Name];
}

/** The facets of the list by the parameter that filters by them. */
export const facetParams = {
  service: 'service',
  provider: 'provider',
  kind: 'agreementKind',
  indicator: 'indicatorKind',
  archetype: 'archetype',
  verdict: 'verdict',
} as const;
