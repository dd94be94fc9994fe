import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { LifecycleCodes, ManageServicesDocument, type ManageServicesQuery } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { EmptyState } from '../ui/empty-state';
import { FilterTiles } from '../ui/filter-tiles';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchBox } from '../ui/search-box';
import { LifecycleBadge } from './lifecycle-badge';
import classes from './manage.module.css';

const ProposeServiceDialog = onDemand(() =>
  import('./propose-service-dialog').then((module) => module.ProposeServiceDialog),
);

const route = getRouteApi('/shell/manage/services');
type Row = ManageServicesQuery['services']['edges'][number]['node'];

/** Which services are in the pipeline, in the catalog, on their way out, and what comes next for each? */
export function ManageServicesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { q, status, cursor, add } = search;
  const navigate = route.useNavigate();
  const found = useQuery(
    query(ManageServicesDocument, { filter: { search: q, lifecycles: status }, first: 50, after: cursor }),
  );
  const columns = useColumns();
  const change = (next: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }), replace });
  const propose = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => change({ add: true, cursor })}>
      {t('catalog.manage.add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('app.nav.services')} subtitle={t('catalog.manage.subtitle')} actions={propose} />
      <div className={classes.bar}>
        <SearchBox
          label={t('catalog.search')}
          value={q ?? ''}
          onChange={(text, commit) => change({ q: text || undefined }, !commit)}
        />
      </div>
      <Loaded query={found}>
        {({ services }) => (
          <>
            <FilterTiles
              choices={LifecycleCodes.map((value) => ({ value, label: t(`catalog.lifecycle.${value}`) }))}
              counts={services.facets.find(({ name }) => name === 'lifecycle')?.values ?? []}
              selected={status ?? []}
              onChange={(chosen) => change({ status: chosen })}
            />
            <Listing
              page={services}
              cursor={cursor}
              onPage={(next) => change({ cursor: next })}
              filters={[...(q ? [`“${q}”`] : []), ...(status ?? []).map((code) => t(`catalog.lifecycle.${code}`))]}
              onClear={() => void navigate({ search: {} })}
              none={
                <EmptyState kind="nothingYet" title={t('catalog.none.title')} action={propose}>
                  {t('catalog.none.manager')}
                </EmptyState>
              }
            >
              {(rows, pager) => (
                <DataTable
                  label={t('app.nav.services')}
                  columns={columns}
                  rows={rows}
                  rowId={({ id }) => id}
                  footer={pager}
                />
              )}
            </Listing>
          </>
        )}
      </Loaded>
      {add && <ProposeServiceDialog onClose={() => change({ add: undefined, cursor })} />}
    </>
  );
}

function useColumns() {
  const { t } = useTranslation();
  return useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: t('catalog.service'),
        primary: true,
        cell: ({ slug, name, outcome, viewerCanChange }) => (
          <div className={classes.name}>
            <TextLink to={viewerCanChange ? '/manage/services/$slug' : '/catalog/$slug'} params={{ slug }} fw={550}>
              {name}
            </TextLink>
            <div className="quiet">{outcome}</div>
          </div>
        ),
      },
      {
        id: 'lifecycle',
        header: t('catalog.facet.lifecycle'),
        cell: ({ lifecycle }) => <LifecycleBadge lifecycle={lifecycle} />,
        sortValue: ({ lifecycle }) => LifecycleCodes.indexOf(lifecycle),
      },
      { id: 'archetype', header: t('catalog.facet.archetype'), cell: ({ archetype }) => archetype?.name ?? '–' },
      { id: 'owner', header: t('catalog.facet.owner'), cell: ({ owner }) => owner?.name ?? '–' },
      { id: 'provider', header: t('catalog.facet.provider'), cell: ({ provider }) => provider?.name ?? '–' },
      {
        id: 'next',
        header: t('catalog.manage.next'),
        // A live service has no next step: that it could retire is no task.
        cell: ({ lifecycle, viewerCanMoveTo: [next] }) =>
          next && lifecycle !== 'LIVE' ? t(`catalog.moveTo.${next}`) : <span className="quiet">–</span>,
      },
    ],
    [t],
  );
}
