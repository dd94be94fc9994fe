import { Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { CatalogDocument, type ServiceSort } from '../generated/graphql';
import { Choice } from '../ui/choice';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchBox } from '../ui/search-box';
import { CatalogEmpty } from './catalog-empty';
import { CatalogFacets } from './catalog-facets';
import { choicesOf, usable } from './catalog-search';
import classes from './catalog.module.css';
import { ServiceCards } from './service-cards';
import { ServiceTable } from './service-table';

const BundleCards = onDemand(() => import('./bundle-cards').then((module) => module.BundleCards));
const CardTools = onDemand(() => import('./card-tools').then((module) => module.CardTools));
const CatalogKinds = onDemand(() => import('./catalog-kinds').then((module) => module.CatalogKinds));
const CompareBar = onDemand(() => import('./compare-bar').then((module) => module.CompareBar));

const route = getRouteApi('/shell/catalog');

/** Is there a service for this? */
export function CatalogPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { q, archetype, line, provider, owner, status, sort, view = 'cards', marked, show, v = [], cursor } = search;
  const filter = {
    search: q,
    archetypes: archetype,
    lines: line,
    providerIds: provider,
    ownerIds: owner,
    lifecycles: status ?? usable,
    favourites: marked,
  };
  const order: ServiceSort = sort ?? (q ? 'RELEVANCE' : 'NAME');
  const found = useQuery(query(CatalogDocument, { filter, sort: order, first: 50, after: cursor }));
  const change = (next: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }), replace });

  const choose = (slugs: string[]) => change({ v: slugs.length > 0 ? slugs : undefined, cursor }, true);
  // A bundle has no provider, line or archetype by which it could be narrowed.
  const withBundles = show !== 'services' && !cursor && choicesOf(search).length === 0;

  return (
    <>
      <PageHeader title={t('app.nav.catalog')} subtitle={t('catalog.subtitle')} />
      <div className={classes.layout}>
        {/* The list beside it says what is wrong when nothing came. */}
        <div>
          <CatalogKinds marked={marked} show={show} onChange={change} />
          {found.data && show !== 'bundles' && (
            <CatalogFacets facets={found.data.services.facets} search={search} onChange={change} />
          )}
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
              data={(['RELEVANCE', 'MOST_USED', 'NAME'] as const).map((value) => ({
                value,
                label: t(`catalog.sort.${value}`),
              }))}
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
          {withBundles && <BundleCards search={q} marked={marked ?? false} alone={show === 'bundles'} />}
          {show !== 'bundles' && (
            <Loaded query={found}>
              {({ services }) => (
                <Listing
                  page={services}
                  cursor={cursor}
                  onPage={(next) => change({ cursor: next })}
                  none={<CatalogEmpty search={search} found={services} onClear={() => void navigate({ search: {} })} />}
                >
                  {(rows, pager) =>
                    view === 'table' ? (
                      <ServiceTable services={rows} footer={pager} />
                    ) : (
                      <>
                        <ServiceCards
                          services={rows}
                          tools={(service) => <CardTools service={service} chosen={v} onChoose={choose} />}
                        />
                        {pager}
                      </>
                    )
                  }
                </Listing>
              )}
            </Loaded>
          )}
          {v.length > 0 && <CompareBar chosen={v} onClear={() => choose([])} />}
        </div>
      </div>
    </>
  );
}
