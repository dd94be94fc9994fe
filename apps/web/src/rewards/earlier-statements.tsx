import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { StatementRowFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import { formatInstant, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatPercent } from '../ui/format-percent';

/** Statements of periods before, each a link to its own page. */
export function EarlierStatements({ statements }: { statements: StatementRowFragment[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('rewards.earlier')}
      rows={statements}
      rowId={({ id }) => id}
      serverSorted
      columns={[
        {
          id: 'period',
          header: t('governance.period'),
          primary: true,
          cell: ({ id, calculation }) => (
            <TextLink to="/statement/$id" params={{ id }} fw={550}>
              {formatPeriod(calculation.period)}
              {calculation.number > 1 && ` · ${t('rewards.adjustment')}`}
            </TextLink>
          ),
        },
        { id: 'plan', header: t('rewards.plan'), cell: ({ calculation }) => calculation.plan.name },
        {
          id: 'factor',
          header: t('rewards.factor'),
          align: 'end',
          cell: ({ calculation }) => formatPercent(calculation.factor),
        },
        { id: 'amount', header: t('rewards.amount'), align: 'end', cell: ({ amount }) => formatMoney(amount) },
        {
          id: 'released',
          header: t('rewards.released'),
          cell: ({ calculation }) =>
            calculation.releasedAt ? formatInstant(calculation.releasedAt, { style: 'date' }) : '–',
        },
      ]}
    />
  );
}
