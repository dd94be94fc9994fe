import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { AgreementKindCodes, AgreementsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { FilterTiles } from '../ui/filter-tiles';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchBox } from '../ui/search-box';
import { AgreementsTable } from './agreements-table';
import './words';

const DraftAgreementDialog = onDemand(() =>
  import('./draft-agreement-dialog').then((module) => module.DraftAgreementDialog),
);
const WaitingVersions = onDemand(() => import('./waiting-versions').then((module) => module.WaitingVersions));

const route = getRouteApi('/shell/agreements');

/** What is agreed with whom, since when, and what waits to be approved? */
export function AgreementsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { q, kind, cursor, add } = search;
  const navigate = route.useNavigate();
  const { viewerCanManageAgreements } = useViewer();
  const found = useQuery(query(AgreementsDocument, { search: q, kinds: kind, first: 50, after: cursor }));
  const change = (next: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }), replace });
  const addButton = viewerCanManageAgreements && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => change({ add: true, cursor })}>
      {t('agreements.draft')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('app.nav.agreements')} subtitle={t('agreements.subtitle')} actions={addButton} />
      {viewerCanManageAgreements && <WaitingVersions />}
      <Group mb="md">
        <SearchBox
          label={t('agreements.search')}
          value={q ?? ''}
          onChange={(text, commit) => change({ q: text || undefined }, !commit)}
        />
      </Group>
      <Loaded query={found}>
        {({ agreements }) => (
          <>
            <FilterTiles
              choices={AgreementKindCodes.map((value) => ({ value, label: t(`agreements.kindLong.${value}`) }))}
              counts={agreements.facets.find(({ name }) => name === 'kind')?.values ?? []}
              selected={kind ?? []}
              onChange={(chosen) => change({ kind: chosen })}
            />
            <Listing
              page={agreements}
              cursor={cursor}
              onPage={(next) => change({ cursor: next })}
              filters={[...(q ? [`“${q}”`] : []), ...(kind ?? []).map((code) => t(`agreements.kindLong.${code}`))]}
              onClear={() => void navigate({ search: {} })}
              none={
                <EmptyState kind="nothingYet" title={t('agreements.none')} action={addButton}>
                  {t('agreements.noneWords')}
                </EmptyState>
              }
            >
              {(rows, pager) => <AgreementsTable agreements={rows} footer={pager} />}
            </Listing>
          </>
        )}
      </Loaded>
      {add && viewerCanManageAgreements && <DraftAgreementDialog onClose={() => change({ add: undefined, cursor })} />}
    </>
  );
}
