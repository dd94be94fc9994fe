import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CommitmentSortCodes, type FacetFragment } from '../../generated/graphql';
import { Choice } from '../../ui/choice';
import { onDemand } from '../../ui/on-demand';
import { SearchBox } from '../../ui/search-box';
import type { Grouping } from './heat-rows';
import { PeriodEnd } from './period-end';
import { useCommitmentFilters } from './use-commitment-filters';
import classes from './filters.module.css';

const FilterMenu = onDemand(() => import('./filter-menu').then((module) => module.FilterMenu));

type Props = {
  facets: FacetFragment[];
  /** The newest month shown. */
  last: string;
};

const menus = [
  ['service', 'service'],
  ['provider', 'provider'],
  ['agreementKind', 'kind'],
  ['indicatorKind', 'indicator'],
  ['archetype', 'archetype'],
] as const;

const groupings: Grouping[] = ['service', 'provider', 'owner'];

/** What narrows, orders and cuts the table; other rows leave it as it is. */
export const FilterBar = memo(function FilterBar({ facets, last }: Props) {
  const { t } = useTranslation();
  const { search, change } = useCommitmentFilters();
  return (
    <div className={classes.bar}>
      <div className={classes.search}>
        <SearchBox
          label={t('performance.commitments.search')}
          value={search.q ?? ''}
          onChange={(q, commit) => change({ q: q || undefined }, !commit)}
        />
      </div>
      {menus.map(([facet, param]) => (
        <FilterMenu
          key={facet}
          label={t(`performance.commitments.facet.${facet}`)}
          values={facets.find(({ name }) => name === facet)?.values ?? []}
          selected={search[param] ?? []}
          onChange={(selected) => change({ [param]: selected.length > 0 ? selected : undefined })}
        />
      ))}
      <div className={classes.rest}>
        <Choice
          quiet
          size="xs"
          width={150}
          label={t('performance.commitments.group')}
          value={search.group ?? null}
          none={t('performance.commitments.ungrouped')}
          data={groupings.map((value) => ({ value, label: t(`performance.commitments.by.${value}`) }))}
          onChange={(group) => change({ group: group ?? undefined })}
        />
        <Choice
          quiet
          size="xs"
          width={160}
          label={t('performance.commitments.sort')}
          value={search.sort ?? 'BUDGET_LEFT'}
          data={CommitmentSortCodes.map((value) => ({ value, label: t(`performance.commitments.sorted.${value}`) }))}
          onChange={(sort) => change({ sort: sort === 'BUDGET_LEFT' ? undefined : (sort ?? undefined) })}
        />
        <PeriodEnd last={last} until={search.until} onChange={(until) => change({ until })} />
      </div>
    </div>
  );
});
