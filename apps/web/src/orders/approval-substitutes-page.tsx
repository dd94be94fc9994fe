import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { MySubstitutesDocument } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import type { Column } from '../ui/data-table-types';
import { EmptyState } from '../ui/empty-state';
import { formatDay } from '../ui/format-instant';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SubstituteActions, type SubstituteRow } from './approval-substitute-actions';
import './substitute-words';
import './words';

const AddSubstituteDialog = onDemand(() =>
  import('./approval-substitute-dialog').then((module) => module.AddSubstituteDialog),
);

/** Who approves orders in my place while I am away, and for whom do I? */
export function SubstitutesPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const asked = useQuery(query(MySubstitutesDocument, {}));
  const columns = useMemo(
    (): Column<SubstituteRow>[] => [
      {
        id: 'person',
        header: t('substitutes.person'),
        primary: true,
        cell: ({ person }) => <strong>{person.name}</strong>,
      },
      { id: 'substitute', header: t('substitutes.who'), cell: ({ substitute }) => substitute.name },
      {
        id: 'days',
        header: t('substitutes.days'),
        cell: ({ from, to }) => (
          <span className="one-line">{t('orders.budgets.fromTo', { from: formatDay(from), to: formatDay(to) })}</span>
        ),
      },
      { id: 'reason', header: t('substitutes.reason'), cell: ({ reason }) => reason },
      { id: 'by', header: t('substitutes.by'), cell: ({ by }) => by.name },
      {
        id: 'state',
        header: t('substitutes.stateOf'),
        cell: ({ state, decidedBy }) =>
          decidedBy
            ? t('substitutes.state.DECIDED', { name: decidedBy.name })
            : t(`substitutes.state.${state === 'PROPOSED' ? state : 'APPROVED'}`),
      },
      { id: 'act', header: t('substitutes.act'), cell: (row) => <SubstituteActions row={row} /> },
    ],
    [t],
  );
  const addButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('substitutes.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('substitutes.title')} subtitle={t('substitutes.subtitle')} actions={addButton} />
      <Loaded query={asked}>
        {({ mySubstitutes }) =>
          mySubstitutes.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('substitutes.none')}>
              {t('substitutes.noneWords')}
            </EmptyState>
          ) : (
            <DataTable label={t('substitutes.list')} columns={columns} rows={mySubstitutes} rowId={({ id }) => id} />
          )
        }
      </Loaded>
      {adding && <AddSubstituteDialog onClose={() => setAdding(false)} />}
    </>
  );
}
