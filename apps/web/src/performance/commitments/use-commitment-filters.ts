import { getRouteApi } from '@tanstack/react-router';
import type { CommitmentFacetsQueryVariables, CommitmentsQueryVariables } from '../../generated/graphql';
import { useOrAll } from '../../people/views/default-view';

const route = getRouteApi('/shell/commitments');

/** Every filter stands in the address; a changed one leads back to the first page. */
export function useCommitmentFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const orAll = useOrAll('/commitments');
  const change = (changed: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => orAll({ ...old, cursor: undefined, ...changed }), replace, resetScroll: false });
  const { sort, group, until } = search;
  const clear = () => void navigate({ search: orAll({ sort, group, until }), resetScroll: false });
  return { search, change, clear };
}

export type CommitmentSearch = ReturnType<typeof useCommitmentFilters>['search'];

/** The facets of the list by the parameter that filters by them. */
export const facetParams = {
  service: 'service',
  provider: 'provider',
  kind: 'agreementKind',
  indicator: 'indicatorKind',
  archetype: 'archetype',
  verdict: 'verdict',
} as const;

/** As many as the server sends at once: what is worst and what is best stand in one table for all but the largest. */
export const pageSize = 200;

export function commitmentsVariables(search: CommitmentSearch): CommitmentsQueryVariables {
  const { sort, cursor } = search;
  return { ...facetsVariables(search), sort, first: pageSize, after: cursor };
}

/** What the facets depend on: another order or page leaves them as they are. */
export function facetsVariables(search: CommitmentSearch): CommitmentFacetsQueryVariables {
  const { q, service, provider, kind, verdict, indicator, archetype, until } = search;
  return {
    filter: {
      search: q,
      serviceIds: service,
      providerIds: provider,
      agreementKinds: kind,
      verdicts: verdict,
      indicatorKinds: indicator,
      archetypes: archetype,
    },
    until,
  };
}
