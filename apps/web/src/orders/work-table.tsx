import { Group } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { DueWords } from './due-words';
import { TaskStateBadge } from './fulfilment-state-badge';
import { TaskActions } from './fulfilment-task-actions';
import { TaskWho } from './fulfilment-who';
import { OrderLink } from './order-link';
import { whatWords } from './what-words';
import type { WorkRow } from './work-page';

/** Tasks, those whose item is due first on top. */
export function WorkTable({ rows, footer }: { rows: WorkRow[]; footer?: ReactNode }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<WorkRow>[] => [
      {
        id: 'task',
        header: t('fulfilment.work.task'),
        width: '27%',
        primary: true,
        cell: ({ name, order, item }) => (
          <div>
            <strong>{name}</strong>
            <div>
              <OrderLink order={order} /> {item.service.name}
            </div>
            <div className="quiet">{whatWords(item)}</div>
          </div>
        ),
      },
      {
        id: 'for',
        header: t('fulfilment.work.service'),
        width: '15%',
        cell: ({ order: { beneficiary, unit } }) => (
          <div>
            {beneficiary.name}
            <div className="quiet">{unit.name}</div>
          </div>
        ),
      },
      {
        id: 'due',
        header: t('fulfilment.work.due'),
        width: '17%',
        cell: ({ item }) => <DueWords order={{ items: [item] }} />,
      },
      {
        id: 'has',
        header: t('fulfilment.work.has'),
        width: '24%',
        cell: (task) => (
          <div>
            <TaskStateBadge state={task.state} />
            <div className="quiet">
              <TaskWho task={task} />
            </div>
            {task.state === 'FAILED' && task.note && <div>“{task.note}”</div>}
          </div>
        ),
      },
      {
        id: 'acts',
        header: t('fulfilment.work.acts'),
        cell: (task) => (
          <Group gap="xs" wrap="nowrap">
            <TaskActions task={task} orderId={task.order.id} short />
          </Group>
        ),
      },
    ],
    [t],
  );
  const sorted = [...rows].sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
  return (
    <DataTable
      label={t('fulfilment.work.list')}
      columns={columns}
      rows={sorted}
      rowId={(row) => row.id}
      serverSorted
      footer={footer}
    />
  );
}

/** What has no promise comes last. */
const dueOf = ({ item }: WorkRow) => item.delivery?.dueAt ?? '9999';
