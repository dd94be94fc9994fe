import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { MyStatementsDocument, type StatementRowFragment } from '../generated/graphql';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { formatInstant, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatPercent } from '../ui/format-percent';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { StatementView } from './statement-view';
import './words';
import '../governance/words';
import '../performance/words';

/** What do I get of my team's reward, and why? The newest in full, the others by period. */
export function StatementsPage() {
  const { t } = useTranslation();
  const asked = useQuery(query(MyStatementsDocument, {}));
  return (
    <>
      <PageHeader title={t('app.nav.statement')} subtitle={t('rewards.statementSubtitle')} />
      <Loaded query={asked}>
        {({ myRewardStatements: [newest, ...others] }) =>
          newest ? (
            <Stack gap="md">
              <StatementView id={newest.id} />
              {others.length > 0 && <Others statements={others} />}
            </Stack>
          ) : (
            <EmptyState kind="nothingYet" title={t('rewards.noStatement')}>
              {t('rewards.noStatementWords')}
            </EmptyState>
          )
        }
      </Loaded>
    </>
  );
}

function Others({ statements }: { statements: StatementRowFragment[] }) {
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
