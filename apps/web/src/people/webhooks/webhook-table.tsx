import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../app/text-link';
import type { WebhookFragment } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { ToneBadge } from '../../ui/tone-badge';
import { WebhookActions } from './webhook-actions';

const TONES = { ACTIVE: 'good', PAUSED: 'warning', ENDED: 'neutral' } as const;

export function WebhookTable({ webhooks }: { webhooks: WebhookFragment[] }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<WebhookFragment>[] => [
      {
        id: 'slug',
        header: t('webhooks.slug'),
        primary: true,
        cell: ({ slug }) => (
          <TextLink to="/admin/webhooks" search={{ webhook: slug }} fw={550}>
            {slug}
          </TextLink>
        ),
      },
      { id: 'url', header: t('webhooks.url'), cell: ({ url }) => <span className="anywhere">{url}</span> },
      {
        id: 'events',
        header: t('webhooks.events'),
        cell: ({ events }) => {
          if (events.length === 0) return <span className="quiet">{t('webhooks.onlyTasks')}</span>;
          return events.map((event) => codeWord('webhooks.eventName', event)).join(', ');
        },
      },
      {
        id: 'state',
        header: t('webhooks.state'),
        cell: ({ state }) => <ToneBadge tone={TONES[state]}>{t(`webhooks.states.${state}`)}</ToneBadge>,
      },
      { id: 'waiting', header: t('webhooks.waiting'), align: 'end', cell: ({ waiting }) => waiting },
      { id: 'dead', header: t('webhooks.dead'), align: 'end', cell: ({ dead }) => dead },
      { id: 'actions', header: t('webhooks.actions'), cell: (webhook) => <WebhookActions webhook={webhook} /> },
    ],
    [t],
  );
  return <DataTable label={t('app.nav.webhooks')} columns={columns} rows={webhooks} rowId={({ id }) => id} />;
}
