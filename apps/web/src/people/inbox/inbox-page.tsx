import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import { InboxDocument, MarkNoticesReadDocument, UnreadNoticesDocument } from '../../generated/graphql';
import { PageHeader } from '../../ui/page-header';
import { QueriedList } from '../../ui/queried-list';
import { InboxGroup } from './inbox-group';
import './words';

const route = getRouteApi('/shell/inbox');

/** What happened that I want to know of? */
export function InboxPage() {
  const { t } = useTranslation();
  const { unread, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(InboxDocument, { unread: unread ?? false, after: cursor }));
  const { data: some } = useQuery(query(UnreadNoticesDocument, {}));
  const changes = [InboxDocument, UnreadNoticesDocument];
  const read = useAct(MarkNoticesReadDocument, { changes });
  const readAll = useAct(MarkNoticesReadDocument, { changes, done: t('inbox.allRead') });
  return (
    <>
      <PageHeader
        title={t('inbox.title')}
        subtitle={t('inbox.subtitle')}
        actions={
          <>
            <LinkButton to="/settings/notifications" variant="default">
              {t('inbox.switches')}
            </LinkButton>
            {some && some.unreadNotices > 0 && (
              <Button variant="default" onClick={() => readAll.mutate({ ids: null })}>
                {t('inbox.markAll')}
              </Button>
            )}
          </>
        }
      />
      <Stack gap="md" maw="60rem">
        <div data-filters>
          <Checkbox
            label={t('inbox.onlyUnread')}
            checked={unread ?? false}
            onChange={(event) => void navigate({ search: { unread: event.currentTarget.checked || undefined } })}
          />
        </div>
        <QueriedList
          query={asked}
          pageOf={({ inbox }) => inbox}
          cursor={cursor}
          onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
          none={t(unread ? 'inbox.noneUnread' : 'inbox.none')}
          noneWords={t(unread ? 'inbox.noneUnreadWords' : 'inbox.noneWords')}
        >
          {(groups, pager) => (
            <Stack gap="md">
              {groups.map((group) => (
                <InboxGroup
                  key={`${group.subjectType} ${group.subjectId}`}
                  group={group}
                  onRead={(ids) => read.mutate({ ids })}
                />
              ))}
              <Group>{pager}</Group>
            </Stack>
          )}
        </QueriedList>
      </Stack>
    </>
  );
}
