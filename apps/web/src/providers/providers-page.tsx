import { Button, Checkbox, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { ProviderKindCodes, ProvidersDocument, ProviderSortCodes, type ProviderSort } from '../generated/graphql';
import { Choice } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Pager } from '../ui/pager';
import { SearchBox } from '../ui/search-box';
import { Tile } from '../ui/tile';
import { ProvidersTable } from './providers-table';

const ProviderDialog = onDemand(() => import('./provider-dialog').then((module) => module.ProviderDialog));

const route = getRouteApi('/shell/providers');

/** Who delivers, and who of them needs attention? */
export function ProvidersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { q, kind, sort = 'MISSED', ended, cursor, add } = search;
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const filter = { search: q, kinds: kind, ended };
  const found = useQuery(query(ProvidersDocument, { filter, sort, first: 50, after: cursor }));
  const change = (next: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }), replace });
  const addButton = viewer.viewerCanManageProviders && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => change({ add: true, cursor })}>
      {t('providers.add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('app.nav.providers')} subtitle={t('providers.subtitle')} actions={addButton} />
      <Group gap="sm" mb="md" align="center">
        <SearchBox
          label={t('providers.search')}
          value={q ?? ''}
          onChange={(text, commit) => change({ q: text || undefined }, !commit)}
        />
        <Choice
          quiet
          label={t('ui.table.sort')}
          width={170}
          data={ProviderSortCodes.map((value) => ({ value, label: t(`providers.sort.${value}`) }))}
          value={sort}
          onChange={(value) => change({ sort: value as ProviderSort })}
        />
        <Checkbox
          label={t('providers.showEnded')}
          checked={ended ?? false}
          onChange={(event) => change({ ended: event.currentTarget.checked || undefined })}
        />
      </Group>
      <Loaded query={found}>
        {({ providers: { edges, totalCount, pageInfo, facets } }) => {
          const counts = facets.find(({ name }) => name === 'kind')?.values ?? [];
          return (
            <>
              {(totalCount > 0 || kind) && (
                <Group gap="xs" mb="md">
                  {ProviderKindCodes.map((code) => (
                    <Tile
                      key={code}
                      label={t(`providers.kind.${code}`)}
                      value={counts.find(({ value }) => value === code)?.count ?? 0}
                      pressed={kind?.includes(code) ?? false}
                      onClick={() => change({ kind: kind?.includes(code) ? undefined : [code] })}
                    />
                  ))}
                </Group>
              )}
              {totalCount > 0 ? (
                <ProvidersTable
                  providers={edges.map(({ node }) => node)}
                  footer={
                    <Pager
                      shown={edges.length}
                      total={totalCount}
                      onNext={
                        pageInfo.hasNextPage ? () => change({ cursor: pageInfo.endCursor ?? undefined }) : undefined
                      }
                      onFirst={cursor ? () => change({}) : undefined}
                    />
                  }
                />
              ) : q || kind ? (
                <EmptyState
                  kind="noResults"
                  filters={[...(q ? [`“${q}”`] : []), ...(kind ?? []).map((code) => t(`providers.kind.${code}`))]}
                  onClear={() => void navigate({ search: {} })}
                />
              ) : (
                <EmptyState kind="nothingYet" title={t('providers.none')} action={addButton}>
                  {t('providers.noneWords')}
                </EmptyState>
              )}
            </>
          );
        }}
      </Loaded>
      {add && viewer.viewerCanManageProviders && (
        <ProviderDialog provider={null} onClose={() => change({ add: undefined, cursor })} />
      )}
    </>
  );
}
