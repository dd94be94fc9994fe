import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { WebhooksDocument } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { Loaded } from '../../ui/loaded';
import { onDemand } from '../../ui/on-demand';
import { PageHeader } from '../../ui/page-header';
import { Deliveries } from './deliveries';
import { MailServerPanel } from './mail-server-panel';
import { WebhookTable } from './webhook-table';
import './words';

const AddWebhookDialog = onDemand(() => import('./add-webhook-dialog').then((module) => module.AddWebhookDialog));

const route = getRouteApi('/shell/admin/webhooks');

/** What leaves the house, and does it arrive? */
export function WebhooksPage() {
  const { t } = useTranslation();
  const { add, webhook: shown, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(WebhooksDocument, {}));
  return (
    <>
      <PageHeader
        title={t('app.nav.webhooks')}
        subtitle={t('webhooks.subtitle')}
        actions={
          <Button onClick={() => void navigate({ search: (old) => ({ ...old, add: true }) })}>
            {t('webhooks.add')}
          </Button>
        }
      />
      <Loaded query={asked}>
        {({ webhooks, mailServer }) => {
          const chosen = webhooks.find(({ slug }) => slug === shown);
          return (
            <Stack gap="md">
              {mailServer && <MailServerPanel server={mailServer} />}
              {webhooks.length === 0 ? (
                <EmptyState kind="nothingYet" title={t('webhooks.none')}>
                  {t('webhooks.noneWords')}
                </EmptyState>
              ) : (
                <WebhookTable webhooks={webhooks} />
              )}
              {chosen && (
                <Deliveries
                  webhook={chosen}
                  cursor={cursor}
                  onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
                />
              )}
            </Stack>
          );
        }}
      </Loaded>
      {add && <AddWebhookDialog onClose={() => void navigate({ search: (old) => ({ ...old, add: undefined }) })} />}
    </>
  );
}
