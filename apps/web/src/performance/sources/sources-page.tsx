import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { query } from '../../app/query';
import { SourcesDocument } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { Listing } from '../../ui/listing';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { SourceTable } from './source-table';
import './words';

const AddPullDialog = onDemand(() => import('./add-pull-dialog').then((module) => module.AddPullDialog));

const route = getRouteApi('/shell/sources');

/** Where do measurements come from, and do they still come? */
export function SourcesPage() {
  const { t } = useTranslation();
  const { add, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(query(SourcesDocument, { first: 50, after: cursor }));
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
        {({ sources }) => (
          <Listing
            page={sources}
            cursor={cursor}
            onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
            none={
              <EmptyState kind="nothingYet" title={t('sources.none')} action={addButton}>
                {t('sources.noneWords')}
              </EmptyState>
            }
          >
            {(rows, pager) => <SourceTable sources={rows} footer={pager} />}
          </Listing>
        )}
      </Loaded>
      {add && <AddPullDialog onClose={() => asking(undefined)} />}
    </>
  );
}
