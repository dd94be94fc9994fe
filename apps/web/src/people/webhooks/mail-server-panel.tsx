import { useTranslation } from 'react-i18next';
import type { WebhooksQuery } from '../../generated/graphql';
import { Instant } from '../../ui/instant';
import { Panel } from '../../ui/panel';

/** Whether mail is sent, and taken. */
export function MailServerPanel({ server }: { server: NonNullable<WebhooksQuery['mailServer']> }) {
  const { t } = useTranslation();
  const { configured, lastSentAt, failingSince, lastError } = server;
  return (
    <Panel title={t('webhooks.mail')}>
      {!configured && t('webhooks.mailOff')}
      {configured && failingSince && (
        <>
          {t('webhooks.mailFails')}
          <Instant at={failingSince} />. {lastError} {t('webhooks.mailKept')}
        </>
      )}
      {configured && !failingSince && !lastSentAt && t('webhooks.mailNone')}
      {configured && !failingSince && lastSentAt && (
        <>
          {t('webhooks.mailWorks')}
          <Instant at={lastSentAt} />
        </>
      )}
    </Panel>
  );
}
