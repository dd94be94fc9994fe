import { Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ActionsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { ActionList } from './action-list';
import './words';

const route = getRouteApi('/shell/actions');

/** Who does what until when, and what is late? */
export function ActionsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { mine, done, cursor } = search;
  const navigate = route.useNavigate();
  const asked = useQuery(
    query(ActionsDocument, { mine: mine ?? false, open: done ? null : true, first: 50, after: cursor }),
  );
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }) });
  return (
    <>
      <PageHeader title={t('app.nav.actions')} subtitle={t('governance.actionsSubtitle')} />
      <Group mb="md" gap="lg">
        <Checkbox
          label={t('governance.action.onlyMine')}
          checked={mine ?? false}
          onChange={(event) => change({ mine: event.currentTarget.checked || undefined })}
        />
        <Checkbox
          label={t('governance.action.showDone')}
          checked={done ?? false}
          onChange={(event) => change({ done: event.currentTarget.checked || undefined })}
        />
      </Group>
      <Loaded query={asked}>
        {({ actions }) => (
          <Listing
            page={actions}
            cursor={cursor}
            onPage={(next) => change({ cursor: next })}
            none={
              <EmptyState kind="nothingYet" title={t(noneTitle(mine, done))}>
                {t('governance.action.noneWords')}
              </EmptyState>
            }
          >
            {(rows, pager) => <ActionList label={t('app.nav.actions')} actions={rows} footer={pager} />}
          </Listing>
        )}
      </Loaded>
    </>
  );
}

function noneTitle(mine?: boolean, done?: boolean) {
  if (mine) return done ? 'governance.action.noneMine' : 'governance.action.noneMineOpen';
  return done ? 'governance.action.none' : 'governance.action.noneOpen';
}
