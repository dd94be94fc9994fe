import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useViewer } from '../../app/session';
import { useAct } from '../../app/use-act';
import { EndOutageDocument, OutagesDocument, type OutagesQuery } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { formatDuration } from '../../ui/format-duration';
import { Instant } from '../../ui/instant';
import { onDemand } from '../../ui/on-demand';
import { QueriedList } from '../../ui/queried-list';
import { ToneBadge } from '../../ui/tone-badge';
import type { TabProps } from './tab-props';
import classes from './downtime.module.css';

const OutageDialog = onDemand(() => import('./outage-dialog').then((module) => module.OutageDialog));

export type OutageRow = OutagesQuery['outages']['edges'][number]['node'];

/** Outages, newest first: recorded, corrected, or taken back. */
export function OutagesTab({ service, services, cursor, onPage, adding, onAdding }: TabProps) {
  const { t } = useTranslation();
  const { viewerCanMeasure } = useViewer();
  const [dialog, setDialog] = useState<{ kind: 'change' | 'end'; outage: OutageRow } | null>(null);
  const found = useQuery(query(OutagesDocument, { serviceId: service, first: 50, after: cursor }));
  const end = useAct(EndOutageDocument, { done: t('performance.outage.ended') });
  const close = () => setDialog(null);
  const columns = useMemo<Column<OutageRow>[]>(
    () => [
      { id: 'service', header: t('performance.downtime.service'), primary: true, cell: ({ service: of }) => of.name },
      { id: 'cause', header: t('performance.outage.cause'), cell: ({ cause }) => cause },
      { id: 'from', header: t('performance.from'), cell: ({ from }) => <Instant at={from} /> },
      {
        id: 'to',
        header: t('performance.to'),
        cell: ({ to }) =>
          to ? <Instant at={to} /> : <ToneBadge tone="bad">{t('performance.outage.lasts')}</ToneBadge>,
      },
      {
        id: 'length',
        header: t('performance.outage.length'),
        align: 'end',
        cell: ({ from, to }) => (to ? formatDuration(Date.parse(to) - Date.parse(from)) : '–'),
      },
      {
        id: 'act',
        header: t('performance.downtime.act'),
        cell: (outage) =>
          outage.endedAt ? (
            <ToneBadge>{t('performance.outage.takenBack')}</ToneBadge>
          ) : !outage.viewerCanChange ? (
            '–'
          ) : (
            <span className={classes.acts}>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('performance.outage.changeOf', { cause: outage.cause })}
                onClick={() => setDialog({ kind: 'change', outage })}
              >
                {t(outage.to ? 'performance.outage.change' : 'performance.outage.isOver')}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={t('performance.outage.endOf', { cause: outage.cause })}
                onClick={() => setDialog({ kind: 'end', outage })}
              >
                {t('performance.outage.end')}
              </Button>
            </span>
          ),
      },
    ],
    [t],
  );

  return (
    <>
      {viewerCanMeasure && (
        <div className={classes.bar}>
          <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => onAdding(true)}>
            {t('performance.outage.record')}
          </Button>
        </div>
      )}
      <QueriedList
        query={found}
        pageOf={(data) => data.outages}
        cursor={cursor}
        onPage={onPage}
        none={t('performance.outage.none')}
        noneWords={t('performance.outage.noneWords')}
      >
        {(rows, pager) => (
          <DataTable
            label={t('performance.downtime.outages')}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            serverSorted
            footer={pager}
          />
        )}
      </QueriedList>
      {adding && (
        <OutageDialog services={services} service={service} outage={undefined} onClose={() => onAdding(false)} />
      )}
      {dialog?.kind === 'change' && (
        <OutageDialog services={services} service={service} outage={dialog.outage} onClose={close} />
      )}
      <ConfirmDialog
        opened={dialog?.kind === 'end'}
        onClose={close}
        title={t('performance.outage.endTitle')}
        confirm={t('performance.outage.end')}
        danger
        withReason
        onConfirm={(reason) => end.mutateAsync({ id: dialog?.kind === 'end' ? dialog.outage.id : '', reason })}
      >
        {t('performance.outage.endWords')}
      </ConfirmDialog>
    </>
  );
}
