import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CommitmentSortCodes, type FacetFragment } from '../../generated/graphql';
import { Choice } from '../../ui/choice';
import { SearchBox } from '../../ui/search-box';
import { FilterMenu } from './filter-menu';
import type { Grouping } from './heat-rows';
import { PeriodEnd } from './period-end';
import { useChangeFilters, useFilter } from './use-commitment-filters';
import classes from './filters.module.css';

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

/** What narrows, orders and cuts the table; each part reads its own parameter, so that none is painted for another. */
export const FilterBar = memo(function FilterBar({ facets, last }: Props) {
  return (
    <div className={classes.bar}>
      <div className={classes.search}>
        <Words />
      </div>
      {menus.map(([facet, param]) => (
        <FacetMenu
          key={facet}
          facet={facet}
          param={param}
          values={facets.find(({ name }) => name === facet)?.values ?? none}
        />
      ))}
      <div className={classes.rest}>
        <GroupChoice />
        <SortChoice />
        <PeriodEnd last={last} />
      </div>
    </div>
  );
});

const none: FacetFragment['values'] = [];

function Words() {
  const { t } = useTranslation();
  const change = useChangeFilters();
  return (
    <SearchBox
      label={t('performance.commitments.search')}
      value={useFilter('q') ?? ''}
      onChange={(q, commit) => change({ q: q || undefined }, !commit)}
    />
  );
}

type FacetProps = {
  facet: (typeof menus)[number][0];
  param: (typeof menus)[number][1];
  values: FacetFragment['values'];
};

const FacetMenu = memo(function FacetMenu({ facet, param, values }: FacetProps) {
  const { t } = useTranslation();
  const change = useChangeFilters();
  return (
    <FilterMenu
      label={t(`performance.commitments.facet.${facet}`)}
      values={values}
      selected={useFilter(param) ?? []}
      onChange={(selected) => change({ [param]: selected.length > 0 ? selected : undefined })}
    />
  );
});

function GroupChoice() {
  const { t } = useTranslation();
  const change = useChangeFilters();
  return (
    <Choice
      quiet
      size="xs"
      width={150}
      label={t('performance.commitments.group')}
      value={useFilter('group') ?? null}
      none={t('performance.commitments.ungrouped')}
      data={groupings.map((value) => ({ value, label: t(`performance.commitments.by.${value}`) }))}
      onChange={(group) => change({ group: group ?? undefined })}
    />
  );
}

function SortChoice() {
  const { t } = useTranslation();
  const change = useChangeFilters();
  return (
    <Choice
      quiet
      size="xs"
      width={160}
      label={t('performance.commitments.sort')}
      value={useFilter('sort') ?? 'BUDGET_LEFT'}
      data={CommitmentSortCodes.map((value) => ({ value, label: t(`performance.commitments.sorted.${value}`) }))}
      onChange={(sort) => change({ sort: sort === 'BUDGET_LEFT' ? undefined : (sort ?? undefined) })}
    />
  );
}
