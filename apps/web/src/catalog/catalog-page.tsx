import { Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { CatalogDocument, type ServiceSort } from '../generated/graphql';
import { Choice } from '../ui/choice';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { SearchBox } from '../ui/search-box';
import { CatalogEmpty } from './catalog-empty';
import { CatalogFacets } from './catalog-facets';
import { usable } from './catalog-search';
import classes from './catalog.module.css';
import { ServiceCards } from './service-cards';
import { ServiceTable } from './service-table';

const route = getRouteApi('/shell/catalog');

/** Is there a service for this? */
export function CatalogPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { q, archetype, line, provider, owner, status, sort, view = 'cards', cursor } = search;
  const filter = {
    search: q,
    archetypes: archetype,
    lines: line,
    providerIds: provider,
    ownerIds: owner,
    lifecycles: status ?? usable,
  };
  const order: ServiceSort = sort ?? (q ? 'RELEVANCE' : 'NAME');
  const found = useQuery(query(CatalogDocument, { filter, sort: order, first: 50, after: cursor }));
  const change = (next: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }), replace });

  return (
    <>
      <PageHeader title={t('app.nav.catalog')} subtitle={t('catalog.subtitle')} />
      <div className={classes.layout}>
        {/* The list beside it says what is wrong when nothing came. */}
        <div>
          {found.data && <CatalogFacets facets={found.data.services.facets} search={search} onChange={change} />}
        </div>
        <div className={classes.main}>
          <Group gap="sm" mb="md" align="flex-end">
            <div className={classes.search}>
              <SearchBox
                label={t('catalog.search')}
                placeholder={t('catalog.searchHint')}
                value={q ?? ''}
                onChange={(text, commit) => change({ q: text || undefined }, !commit)}
              />
            </div>
            <Choice
              quiet
              label={t('ui.table.sort')}
              width={140}
              data={(['RELEVANCE', 'NAME'] as const).map((value) => ({ value, label: t(`catalog.sort.${value}`) }))}
              value={order}
              onChange={(value) => change({ sort: value as ServiceSort })}
            />
            <SegmentedControl
              aria-label={t('catalog.view.label')}
              visibleFrom="sm"
              data={(['cards', 'table'] as const).map((value) => ({ value, label: t(`catalog.view.${value}`) }))}
              value={view}
              onChange={(value) => change({ view: value === 'table' ? 'table' : undefined, cursor })}
            />
          </Group>
          <Loaded query={found}>
            {({ services }) => (
              <Listing
                page={services}
                cursor={cursor}
                onPage={(next) => change({ cursor: next })}
                none={
                  <CatalogEmpty
                    search={search}
                    suggestions={services.suggestions}
                    onClear={() => void navigate({ search: {} })}
                  />
                }
              >
                {(rows, pager) =>
                  view === 'table' ? (
                    <ServiceTable services={rows} footer={pager} />
                  ) : (
                    <>
                      <ServiceCards services={rows} />
                      {pager}
                    </>
                  )
                }
              </Listing>
            )}
          </Loaded>
        </div>
      </div>
    </>
  );
}
