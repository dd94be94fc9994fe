import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { query } from '../../app/query';
import { SourcesDocument, type SourceRowFragment, type SourcesQuery } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { Listing } from '../../ui/listing';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { SearchTabs } from '../../ui/search-tabs';
import { SourceTable } from './source-table';
import './words';

const AddPullDialog = onDemand(() => import('./add-pull-dialog').then((module) => module.AddPullDialog));

const route = getRouteApi('/shell/sources');

type Kind = 'watched' | 'others';

/** Where do measurements come from, and do they still come? */
export function SourcesPage() {
  const { t } = useTranslation();
  const { add, show, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(query(SourcesDocument, { watched: show === undefined, first: 50, after: cursor }));
  const asking = (adding: true | undefined) => void navigate({ search: (old) => ({ ...old, add: adding }) });
  const addButton = <Button onClick={() => asking(true)}>{t('sources.add')}</Button>;
  return (
    <>
      <PageHeader
        title={t('sources.title')}
        subtitle={t('sources.subtitle')}
        actions={
          <>
            <LinkButton to="/imports" variant="default">
              {t('sources.toImports')}
            </LinkButton>
            {addButton}
          </>
        }
      />
      <Loaded query={found}>
        {({ sources, watched, others }) => {
          if (watched.totalCount + others.totalCount === 0)
            return (
              <EmptyState kind="nothingYet" title={t('sources.none')} action={addButton}>
                {t('sources.noneWords')}
              </EmptyState>
            );
          const list = (
            <SourceList
              sources={sources}
              kind={show ?? 'watched'}
              cursor={cursor}
              onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
            />
          );
          return (
            <SearchTabs<Kind>
              label={t('sources.title')}
              value={show ?? 'watched'}
              narrow
              onChange={(kind) => void navigate({ search: { show: kind === 'others' ? kind : undefined } })}
              tabs={[
                { value: 'watched', label: t('sources.watched', { total: watched.totalCount }), content: list },
                { value: 'others', label: t('sources.others', { total: others.totalCount }), content: list },
              ]}
            />
          );
        }}
      </Loaded>
      {add && <AddPullDialog onClose={() => asking(undefined)} />}
    </>
  );
}

type ListProps = {
  sources: SourcesQuery['sources'];
  kind: Kind;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
};

function SourceList({ sources, kind, cursor, onPage }: ListProps) {
  const { t } = useTranslation();
  const none = kind === 'watched' ? 'noneWatched' : 'noneOthers';
  return (
    <Listing
      page={sources}
      cursor={cursor}
      onPage={onPage}
      none={
        <EmptyState kind="nothingYet" title={t(`sources.${none}`)}>
          {t(`sources.${none}Words`)}
        </EmptyState>
      }
    >
      {(rows, pager) => (
        <Stack gap="sm">
          {kind === 'others' && <Text size="sm">{t('sources.othersWords')}</Text>}
          <SourceTable
            sources={kind === 'watched' ? worstFirst(rows) : rows}
            watched={kind === 'watched'}
            footer={pager}
          />
        </Stack>
      )}
    </Listing>
  );
}

/** Of a page of the list, first what somebody should look at. */
function worstFirst(sources: SourceRowFragment[]): SourceRowFragment[] {
  const rank = ({ state, failing }: SourceRowFragment) =>
    state === 'SILENT' ? 0 : failing > 0 ? 1 : state === 'AWAITED' ? 2 : 3;
  return [...sources].sort((a, b) => rank(a) - rank(b));
}
