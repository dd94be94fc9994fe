import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { request } from '../../app/request';
import { UnreadNoticesDocument } from '../../generated/graphql';
import classes from './bell.module.css';

const EVERY_MS = 60_000;

/** How much is unread; leads to the inbox. */
export function Bell() {
  const { t } = useTranslation();
  const { data } = useQuery({
    ...query(UnreadNoticesDocument, {}),
    queryFn: ({ signal }) => request(UnreadNoticesDocument, {}, signal, 'polling'),
    refetchInterval: EVERY_MS,
  });
  const count = data?.unreadNotices ?? 0;
  const label = count > 0 ? t('app.inboxUnread', { count }) : t('app.inbox');
  return (
    <ActionIcon
      component={Link}
      to="/inbox"
      variant="subtle"
      color="gray"
      size="lg"
      className={classes.bell}
      aria-label={label}
      title={label}
      style={{ overflow: 'visible' }}
    >
      <IconBell size={19} stroke={1.6} />
      {count > 0 && (
        <span className={classes.count} aria-hidden>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </ActionIcon>
  );
}
