import { Alert, Stack } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { NoticeSettingsDocument } from '../../generated/graphql';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { KindSwitches } from './kind-switches';
import './words';

const DigestForm = onDemand(() => import('./digest-form').then((module) => module.DigestForm));

/** What do I hear of, where and when? */
export function NotificationsPage() {
  const { t } = useTranslation();
  const asked = useQuery(query(NoticeSettingsDocument, {}));
  return (
    <>
      <PageHeader title={t('people.notifications')} subtitle={t('notifications.subtitle')} />
      <Loaded query={asked}>
        {({ noticeSettings: { mailed, kinds, timeZone, hour } }) => (
          <Stack gap="md" maw="52rem">
            {!mailed && (
              <Alert icon={<IconMailOff size={18} />} color="gray" title={t('notifications.notMailed')}>
                {t('notifications.notMailedWords')}
              </Alert>
            )}
            <KindSwitches kinds={kinds} />
            <DigestForm digest={{ timeZone, hour }} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}
