import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { linkTo } from '../../app/link-to';
import type { InboxQuery } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { Instant } from '../../ui/instant';
import { Panel } from '../../ui/panel';
import { ToneBadge } from '../../ui/tone-badge';
import { noticeSentence } from './notice-sentence';
import classes from './inbox.module.css';

export type Group = InboxQuery['inbox']['edges'][number]['node'];

/** What one was told about one thing, newest first; looking at the thing is having read it. */
export function InboxGroup({ group, onRead }: { group: Group; onRead: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { subject, subjectType, unread, notices } = group;
  const name = subject?.name ?? t('inbox.gone');
  const read = () => unread > 0 && onRead(notices.filter(({ readAt }) => !readAt).map(({ id }) => id));
  return (
    <Panel
      isItem
      title={
        subject ? (
          <Anchor component={Link} {...linkTo(subject.path)} onClick={read}>
            {name}
          </Anchor>
        ) : (
          name
        )
      }
      description={subject ? codeWord('inbox.subjectType', subjectType) : t('inbox.goneWords')}
      actions={
        unread > 0 && (
          <Button variant="default" size="xs" aria-label={t('inbox.markReadLabel', { name })} onClick={read}>
            {t('inbox.markRead')}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {notices.map((notice) => (
          <li key={notice.id} className={classes.notice} data-unread={!notice.readAt || undefined}>
            <span className={classes.words}>{noticeSentence(notice)}</span>
            {!notice.readAt && <ToneBadge tone="accent">{t('inbox.unread')}</ToneBadge>}
            <Instant at={notice.at} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
