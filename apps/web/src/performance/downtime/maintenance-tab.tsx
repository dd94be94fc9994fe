import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useViewer } from '../../app/session';
import { useAct } from '../../app/use-act';
import { CancelMaintenanceDocument, MaintenancesDocument, type MaintenancesQuery } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/data-table-types';
import { Instant } from '../../ui/instant';
import { onDemand } from '../../ui/on-demand';
import { QueriedList } from '../../ui/queried-list';
import { ToneBadge } from '../../ui/tone-badge';
import { RulesBroken } from './rules-broken';
import type { TabProps } from './tab-props';
import classes from './downtime.module.css';

const MaintenanceDialog = onDemand(() => import('./maintenance-dialog').then((module) => module.MaintenanceDialog));

const MaintenanceFileDialog = onDemand(() =>
  import('./maintenance-file-dialog').then((module) => module.MaintenanceFileDialog),
);

type Row = MaintenancesQuery['maintenances']['edges'][number]['node'];

/** Announced maintenance, newest first: time that does not count as downtime. */
export function MaintenanceTab({ service, services, cursor, onPage, adding, onAdding }: TabProps) {
  const { t } = useTranslation();
  const { viewerCanMeasure } = useViewer();
  const [bringingIn, setBringingIn] = useState(false);
  const [cancelling, setCancelling] = useState<Row | null>(null);
  const found = useQuery(query(MaintenancesDocument, { serviceId: service, first: 50, after: cursor }));
  const cancel = useAct(CancelMaintenanceDocument, { done: t('performance.maintenance.cancelled') });
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'service', header: t('performance.downtime.service'), primary: true, cell: ({ service: of }) => of.name },
      { id: 'description', header: t('performance.maintenance.description'), cell: ({ description }) => description },
      { id: 'from', header: t('performance.from'), cell: ({ from }) => <Instant at={from} /> },
      { id: 'to', header: t('performance.to'), cell: ({ to }) => <Instant at={to} /> },
      {
        id: 'announced',
        header: t('performance.maintenance.announcedAt'),
        cell: ({ announcedAt }) => <Instant at={announcedAt} style="date" />,
      },
      {
        id: 'counts',
        header: t('performance.maintenance.counts'),
        cell: ({ cancelledAt, rulesBroken }) => (cancelledAt ? '–' : <RulesBroken broken={rulesBroken} />),
      },
      {
        id: 'act',
        header: t('performance.downtime.act'),
        cell: (row) =>
          row.cancelledAt ? (
            <ToneBadge>{t('performance.maintenance.isCancelled')}</ToneBadge>
          ) : row.viewerCanCancel ? (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('performance.maintenance.cancelOf', { description: row.description })}
              onClick={() => setCancelling(row)}
            >
              {t('performance.maintenance.cancel')}
            </Button>
          ) : (
            '–'
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
            {t('performance.maintenance.announce')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setBringingIn(true)}>
            {t('performance.maintenance.bringIn')}
          </Button>
        </div>
      )}
      <QueriedList
        query={found}
        pageOf={(data) => data.maintenances}
        cursor={cursor}
        onPage={onPage}
        none={t('performance.maintenance.none')}
        noneWords={t('performance.maintenance.noneWords')}
      >
        {(rows, pager) => (
          <DataTable
            label={t('performance.downtime.maintenance')}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            serverSorted
            footer={pager}
          />
        )}
      </QueriedList>
      {adding && <MaintenanceDialog services={services} service={service} onClose={() => onAdding(false)} />}
      {bringingIn && (
        <MaintenanceFileDialog services={services} service={service} onClose={() => setBringingIn(false)} />
      )}
      <ConfirmDialog
        opened={cancelling !== null}
        onClose={() => setCancelling(null)}
        title={t('performance.maintenance.cancelTitle')}
        confirm={t('performance.maintenance.cancelConfirm')}
        danger
        withReason
        onConfirm={(reason) => cancel.mutateAsync({ id: cancelling?.id ?? '', reason })}
      >
        {t('performance.maintenance.cancelWords')}
      </ConfirmDialog>
    </>
  );
}
