import { Button, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import {
  RedeliverWebhookDocument,
  WebhookDeliveriesDocument,
  WebhooksDocument,
  type WebhookDeliveriesQuery,
  type WebhookFragment,
} from '../../generated/graphql';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { Instant } from '../../ui/instant';
import { QueriedList } from '../../ui/queried-list';
import { ToneBadge } from '../../ui/tone-badge';

type Delivery = WebhookDeliveriesQuery['webhookDeliveries']['edges'][number]['node'];
type Props = { webhook: WebhookFragment; cursor: string | undefined; onPage: (cursor: string | undefined) => void };

const TONES = { WAITING: 'warning', DELIVERED: 'good', DEAD: 'bad' } as const;

/** What was sent to one webhook, how it ended, and what is tried again when. */
export function Deliveries({ webhook: { id, slug, state }, cursor, onPage }: Props) {
  const { t } = useTranslation();
  const asked = useQuery(query(WebhookDeliveriesDocument, { webhookId: id, after: cursor }));
  const { mutate: redeliver } = useAct(RedeliverWebhookDocument, {
    changes: [WebhookDeliveriesDocument, WebhooksDocument],
    done: t('webhooks.redelivered'),
  });
  const columns = useMemo(
    (): Column<Delivery>[] => [
      { id: 'event', header: t('webhooks.event'), primary: true, cell: ({ event }) => event },
      { id: 'made', header: t('webhooks.made'), cell: ({ madeAt }) => <Instant at={madeAt} /> },
      {
        id: 'state',
        header: t('webhooks.state'),
        cell: (delivery) => (
          <ToneBadge tone={TONES[delivery.state]}>{t(`webhooks.deliveryState.${delivery.state}`)}</ToneBadge>
        ),
      },
      { id: 'outcome', header: t('webhooks.outcome'), cell: (delivery) => <Outcome delivery={delivery} /> },
      {
        id: 'redeliver',
        header: t('webhooks.actions'),
        cell: (delivery) =>
          state === 'ACTIVE' &&
          delivery.state !== 'WAITING' && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('webhooks.redeliverLabel', { event: delivery.event })}
              onClick={() => redeliver({ id: delivery.id })}
            >
              {t('webhooks.redeliver')}
            </Button>
          ),
      },
    ],
    [t, state, redeliver],
  );
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('webhooks.deliveries', { slug })}
      </Title>
      <QueriedList
        query={asked}
        pageOf={({ webhookDeliveries }) => webhookDeliveries}
        cursor={cursor}
        onPage={onPage}
        none={t('webhooks.deliveriesNone')}
        noneWords={t('webhooks.deliveriesNoneWords')}
      >
        {(rows, pager) => (
          <DataTable
            label={t('webhooks.deliveries', { slug })}
            columns={columns}
            rows={rows}
            rowId={(delivery) => delivery.id}
            footer={pager}
          />
        )}
      </QueriedList>
    </Stack>
  );
}

function Outcome({ delivery: { attempts, nextAt } }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const last = attempts.at(-1);
  return (
    <Stack gap={0}>
      <span>
        {t('webhooks.tries', { count: attempts.length })}
        {last && ` · ${last.error ?? t('webhooks.answered', { status: last.status, ms: last.durationMs })}`}
      </span>
      {nextAt && attempts.length > 0 && (
        <span className="quiet">
          {t('webhooks.next')} <Instant at={nextAt} />
        </span>
      )}
    </Stack>
  );
}
