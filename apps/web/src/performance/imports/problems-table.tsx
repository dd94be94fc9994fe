import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { formatNumber } from '../../ui/format-number';

export type Problem = { line: number; column?: string | null; value?: string | null; reason: string };

/** The rows that could not be taken, each with where and why. */
export function ProblemsTable({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<Problem & { key: string }>
      label={t('performance.import.problems')}
      columns={[
        {
          id: 'line',
          header: t('performance.import.line'),
          primary: true,
          sortValue: ({ line }) => line,
          cell: ({ line }) => <span className="figures">{formatNumber(line)}</span>,
        },
        {
          id: 'column',
          header: t('performance.import.column'),
          sortValue: ({ column }) => column ?? undefined,
          cell: ({ column }) => column ?? '–',
        },
        {
          id: 'value',
          header: t('performance.import.value'),
          cell: ({ value }) => (value == null ? '–' : <Code>{value}</Code>),
        },
        {
          id: 'reason',
          header: t('performance.import.reason'),
          sortValue: ({ reason }) => reason,
          cell: ({ reason }) => reason,
        },
      ]}
      rows={problems.map((problem, index) => ({ ...problem, key: String(index) }))}
      rowId={({ key }) => key}
    />
  );
}
