import type { FacetFragment } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import type { CommitmentSearch } from '../commitments/commitments-search';
import { facetParams } from '../commitments/use-commitment-filters';

/** The filters in words, for a sheet that is read where nobody can look at them. */
export function filterFacts(search: CommitmentSearch, facets: FacetFragment[]): string {
  const chosen = Object.entries(facetParams).flatMap(([param, facet]) => {
    const values = search[param as keyof typeof facetParams] ?? [];
    if (values.length === 0) return [];
    const known = facets.find(({ name }) => name === facet)?.values ?? [];
    const labels = values.map((value) => known.find((one) => one.value === value)?.label ?? value);
    return [`${i18next.t(`performance.commitments.facet.${facet}`)}: ${labels.join(', ')}`];
  });
  const all = [...(search.q ? [`“${search.q}”`] : []), ...chosen];
  return all.length > 0 ? all.join('; ') : i18next.t('performance.sheet.noFilters');
}
