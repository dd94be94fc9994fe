import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import { EndSubstituteDocument, MySubstitutesDocument, type MySubstitutesQuery } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { EmptyState } from '../ui/empty-state';
import { formatDay } from '../ui/format-instant';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import './approval-words';
import './words';

const AddSubstituteDialog = onDemand(() =>
  import('./approval-substitute-dialog').then((module) => module.AddSubstituteDialog),
);

type Row = MySubstitutesQuery['mySubstitutes'][number];

/** Who approves orders in my place while I am away, and for whom do I? */
export function SubstitutesPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Row | null>(null);
  const asked = useQuery(query(MySubstitutesDocument, {}));
  const end = useAct(EndSubstituteDocument, { done: t('approvals.substitutes.ended'), onDone: () => setEnding(null) });
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'person',
        header: t('approvals.substitutes.person'),
        primary: true,
        cell: ({ person }) => <strong>{person.name}</strong>,
      },
      { id: 'substitute', header: t('approvals.substitutes.who'), cell: ({ substitute }) => substitute.name },
      {
        id: 'days',
        header: t('approvals.substitutes.days'),
        cell: ({ from, to }) => (
          <span className="one-line">{t('orders.budgets.fromTo', { from: formatDay(from), to: formatDay(to) })}</span>
        ),
      },
      { id: 'reason', header: t('approvals.substitutes.reason'), cell: ({ reason }) => reason },
      { id: 'by', header: t('approvals.substitutes.by'), cell: ({ by }) => by.name },
      {
        id: 'end',
        header: t('approvals.substitutes.end'),
        cell: (row) =>
          row.viewerCanEnd && (
            <Button size="xs" variant="default" onClick={() => setEnding(row)}>
              {t('approvals.substitutes.end')}
            </Button>
          ),
      },
    ],
    [t],
  );
  const addButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('approvals.substitutes.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('approvals.substitutes.title')}
        subtitle={t('approvals.substitutes.subtitle')}
        actions={addButton}
      />
      <Loaded query={asked}>
        {({ mySubstitutes }) =>
          mySubstitutes.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('approvals.substitutes.none')}>
              {t('approvals.substitutes.noneWords')}
            </EmptyState>
          ) : (
            <DataTable
              label={t('approvals.substitutes.list')}
              columns={columns}
              rows={mySubstitutes}
              rowId={({ id }) => id}
            />
          )
        }
      </Loaded>
      {adding && <AddSubstituteDialog onClose={() => setAdding(false)} />}
      {ending && (
        <ConfirmDialog
          opened
          onClose={() => setEnding(null)}
          title={t('approvals.substitutes.endTitle')}
          confirm={t('approvals.substitutes.end')}
          onConfirm={() => end.mutateAsync({ id: ending.id })}
        >
          {t('approvals.substitutes.endWords')}
        </ConfirmDialog>
      )}
    </>
  );
}
