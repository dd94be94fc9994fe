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
import { FilterTiles } from '../ui/filter-tiles';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchBox } from '../ui/search-box';
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
        {({ providers }) => (
          <>
            <FilterTiles
              choices={ProviderKindCodes.map((value) => ({ value, label: t(`providers.kind.${value}`) }))}
              counts={providers.facets.find(({ name }) => name === 'kind')?.values ?? []}
              selected={kind ?? []}
              onChange={(chosen) => change({ kind: chosen })}
            />
            <Listing
              page={providers}
              cursor={cursor}
              onPage={(next) => change({ cursor: next })}
              filters={[...(q ? [`“${q}”`] : []), ...(kind ?? []).map((code) => t(`providers.kind.${code}`))]}
              onClear={() => void navigate({ search: {} })}
              none={
                <EmptyState kind="nothingYet" title={t('providers.none')} action={addButton}>
                  {t('providers.noneWords')}
                </EmptyState>
              }
            >
              {(rows, pager) => <ProvidersTable providers={rows} footer={pager} />}
            </Listing>
          </>
        )}
      </Loaded>
      {add && viewer.viewerCanManageProviders && (
        <ProviderDialog provider={null} onClose={() => change({ add: undefined, cursor })} />
      )}
    </>
  );
}
