import { Group } from '@mantine/core';
import { useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { DueWords } from './due-words';
import { lastDelivery } from './last-delivery';
import { OrderActions } from './order-actions';
import { OrderLink } from './order-link';
import { OrderWords } from './order-words';
import { WaitingFor } from './waiting-for';
import type { WorkPart, WorkRow } from './work-page';
import classes from './orders.module.css';

type Props = { part: WorkPart; rows: WorkRow[]; footer?: ReactNode };

/** One part of the open work, what is due first on top. */
export function WorkTable({ part, rows, footer }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const columns = useMemo(
    (): Column<WorkRow>[] => [
      {
        id: 'service',
        header: t('orders.service'),
        width: '26%',
        primary: true,
        cell: (order) => (
          <div>
            <OrderLink order={order} /> <OrderWords order={order} />
          </div>
        ),
      },
      {
        id: 'for',
        header: t('orders.for'),
        width: '16%',
        cell: ({ beneficiary, unit }) => (
          <div>
            {beneficiary.name}
            <div className="quiet">{unit.name}</div>
          </div>
        ),
      },
      { id: 'due', header: t('orders.work.due'), width: '20%', cell: (order) => <DueWords order={order} /> },
      { id: 'has', header: t('orders.work.assignee'), width: '22%', cell: (order) => <WaitingFor order={order} /> },
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
  const sorted = [...rows].sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id}>{t(`orders.work.${part}`)}</h2>
      <DataTable
        label={t(`orders.work.${part}`)}
        columns={columns}
        rows={sorted}
        rowId={(row) => row.id}
        serverSorted
        footer={footer}
      />
    </section>
  );
}

/** What has no promise comes last. */
const dueOf = (order: WorkRow) => lastDelivery(order)?.dueAt ?? '9999';
