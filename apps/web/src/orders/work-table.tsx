import { Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { Panel } from '../ui/panel';
import { DueWords } from './due-words';
import { OrderActions } from './order-actions';
import { OrderLink } from './order-link';
import { WaitingFor } from './waiting-for';
import type { WorkRow } from './work-page';
import classes from './orders.module.css';

/** One part of the open work, what is due first on top; nothing when there is none. */
export function WorkTable({ part, rows }: { part: 'mine' | 'free' | 'others'; rows: WorkRow[] }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<WorkRow>[] => [
      {
        id: 'service',
        header: t('orders.service'),
        primary: true,
        cell: ({ id, number, service, quantity, plan }) => (
          <div>
            <OrderLink order={{ id, number }} /> {service.name}
            <div className="quiet">{t('orders.what', { quantity, plan: plan.name })}</div>
          </div>
        ),
      },
      {
        id: 'for',
        header: t('orders.for'),
        cell: ({ beneficiary, unit }) => (
          <div>
            {beneficiary.name}
            <div className="quiet">{unit.name}</div>
          </div>
        ),
      },
      { id: 'due', header: t('orders.work.due'), cell: (order) => <DueWords {...order} /> },
      { id: 'has', header: t('orders.work.assignee'), cell: (order) => <WaitingFor order={order} /> },
      {
        id: 'acts',
        header: t('orders.work.acts'),
        cell: (order) => (
          <Group gap="xs" wrap="nowrap">
            <OrderActions order={order} />
          </Group>
        ),
      },
    ],
    [t],
  );
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
  return (
    <div className={classes.part}>
      <Panel title={t(`orders.work.${part}`)} flush>
        <DataTable
          label={t(`orders.work.${part}`)}
          columns={columns}
          rows={sorted}
          rowId={({ id }) => id}
          serverSorted
        />
      </Panel>
    </div>
  );
}

/** What has no promise comes last. */
const dueOf = ({ delivery }: WorkRow) => delivery?.dueAt ?? '9999';
