import { getRouteApi } from '@tanstack/react-router';
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

/** The facets of the list by the parameter that filters by them. */
export const facetParams = {
  service: 'service',
  provider: 'provider',
  kind: 'agreementKind',
  indicator: 'indicatorKind',
  archetype: 'archetype',
  verdict: 'verdict',
} as const;
