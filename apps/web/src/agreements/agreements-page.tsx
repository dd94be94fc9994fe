import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { AgreementKindCodes, AgreementsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Pager } from '../ui/pager';
import { SearchBox } from '../ui/search-box';
import { Tile } from '../ui/tile';
import { AgreementsTable } from './agreements-table';

const DraftAgreementDialog = onDemand(() =>
  import('./draft-agreement-dialog').then((module) => module.DraftAgreementDialog),
);

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
      <Group mb="md">
        <SearchBox
          label={t('agreements.search')}
          value={q ?? ''}
          onChange={(text, commit) => change({ q: text || undefined }, !commit)}
        />
      </Group>
      <Loaded query={found}>
        {({ agreements: { edges, totalCount, pageInfo, facets } }) => {
          const counts = facets.find(({ name }) => name === 'kind')?.values ?? [];
          return (
            <>
              {(totalCount > 0 || kind) && (
                <Group gap="xs" mb="md">
                  {AgreementKindCodes.map((code) => (
                    <Tile
                      key={code}
                      label={t(`agreements.kindLong.${code}`)}
                      value={counts.find(({ value }) => value === code)?.count ?? 0}
                      pressed={kind?.includes(code) ?? false}
                      onClick={() => change({ kind: kind?.includes(code) ? undefined : [code] })}
                    />
                  ))}
                </Group>
              )}
              {totalCount > 0 ? (
                <AgreementsTable
                  agreements={edges.map(({ node }) => node)}
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
                  filters={[...(q ? [`“${q}”`] : []), ...(kind ?? []).map((code) => t(`agreements.kindLong.${code}`))]}
                  onClear={() => void navigate({ search: {} })}
                />
              ) : (
                <EmptyState kind="nothingYet" title={t('agreements.none')} action={addButton}>
                  {t('agreements.noneWords')}
                </EmptyState>
              )}
            </>
          );
        }}
      </Loaded>
      {add && viewerCanManageAgreements && <DraftAgreementDialog onClose={() => change({ add: undefined, cursor })} />}
    </>
  );
}
