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
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Pager } from '../ui/pager';
import { SearchBox } from '../ui/search-box';
import { LifecycleBadge } from './lifecycle-badge';
import { LifecycleFilter } from './lifecycle-filter';
import classes from './manage.module.css';

const ProposeServiceDialog = onDemand(() =>
  import('./propose-service-dialog').then((module) => module.ProposeServiceDialog),
);

const route = getRouteApi('/shell/manage/services');
type Row = ManageServicesQuery['services']['edges'][number]['node'];

/** Which services are in the pipeline, in the catalog, on their way out, and what comes next for each? */
export function ManageServicesPage() {
  const { t } = useTranslation();
  const { q, status, cursor, add } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(
    query(ManageServicesDocument, { filter: { search: q, lifecycles: status }, first: 50, after: cursor }),
  );
  const columns = useColumns();
  const propose = (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => void navigate({ search: (old) => ({ ...old, add: true }) })}
    >
      {t('catalog.manage.add')}
    </Button>
  );
  const next = (cursor?: string | null) =>
    void navigate({ search: (old) => ({ ...old, cursor: cursor ?? undefined }) });

  return (
    <>
      <PageHeader title={t('app.nav.services')} subtitle={t('catalog.manage.subtitle')} actions={propose} />
      <div className={classes.bar}>
        <SearchBox
          label={t('catalog.search')}
          value={q ?? ''}
          onChange={(text, commit) =>
            void navigate({ search: (old) => ({ ...old, q: text || undefined, cursor: undefined }), replace: !commit })
          }
        />
      </div>
      <Loaded query={found}>
        {({ services: { edges, totalCount, pageInfo, facets } }) => (
          <>
            <LifecycleFilter
              counts={facets.find(({ name }) => name === 'lifecycle')?.values ?? []}
              selected={status ?? []}
              onChange={(chosen) =>
                void navigate({
                  search: (old) => ({ ...old, cursor: undefined, status: chosen.length > 0 ? chosen : undefined }),
                })
              }
            />
            {totalCount > 0 ? (
              <DataTable
                label={t('app.nav.services')}
                columns={columns}
                rows={edges.map(({ node }) => node)}
                rowId={({ id }) => id}
                footer={
                  <Pager
                    shown={edges.length}
                    total={totalCount}
                    onNext={pageInfo.hasNextPage ? () => next(pageInfo.endCursor) : undefined}
                    onFirst={cursor ? () => next() : undefined}
                  />
                }
              />
            ) : q || status ? (
              <EmptyState
                kind="noResults"
                filters={[...(q ? [`“${q}”`] : []), ...(status ?? []).map((code) => t(`catalog.lifecycle.${code}`))]}
                onClear={() => void navigate({ search: {} })}
              />
            ) : (
              <EmptyState kind="nothingYet" title={t('catalog.none.title')} action={propose}>
                {t('catalog.none.manager')}
              </EmptyState>
            )}
          </>
        )}
      </Loaded>
      {add && <ProposeServiceDialog onClose={() => void navigate({ search: (old) => ({ ...old, add: undefined }) })} />}
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
