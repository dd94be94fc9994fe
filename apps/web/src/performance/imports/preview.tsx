import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRequestError } from '../../app/request-error';
import { type PreviewImportInput, type PreviewImportQuery } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { ErrorPanel } from '../../ui/error-panel';
import { formatNamedValue } from '../../ui/format-named-value';
import { formatNumber } from '../../ui/format-number';
import { Skeletons } from '../../ui/skeletons';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import { SimpleTable } from '../../ui/simple-table';
import { ProblemsTable } from './problems-table';
import { usePreview } from './use-preview';
import classes from './imports.module.css';

type Props = {
  input: PreviewImportInput;
  /** In which times are told. */
  zone?: string;
  /** It changes while one types: what was there stays until the next is. */
  live?: boolean;
};

/** The first rows as they stand in the file, and as they are understood. */
export function Preview({ input, zone = 'UTC', live }: Props) {
  const { t } = useTranslation();
  const found = usePreview(input, live);
  return (
    <section aria-label={t('performance.import.preview')} className={classes.preview}>
      <Text component="h3" fw={600}>
        {t('performance.import.preview')}
      </Text>
      {found.isError ? (
        isRequestError(found.error) && found.error.refusal ? (
          <RefusalPanel refused={new Refused([found.error.refusal])} />
        ) : (
          <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
        )
      ) : found.data ? (
        <Rows preview={found.data.previewImport} zone={zone} />
      ) : (
        <Skeletons rows={4} />
      )}
    </section>
  );
}

type Shown = { preview: PreviewImportQuery['previewImport']; zone: string };

function Rows({ preview: { headers, rows, lines, mapped, problems }, zone }: Shown) {
  const { t } = useTranslation();
  const fields = [...new Set(mapped.flatMap((row) => row.map(({ name }) => name)))];
  const understood = mapped.map((row, index) => [
    <OneLine key="line">{`${row.length > 0 ? '✓' : '✕'} ${formatNumber(lines[index] ?? index + 1)}`}</OneLine>,
    ...fields.map((field) => {
      const value = row.find(({ name }) => name === field);
      if (!value) return '–';
      const words = told(value, zone);
      return value.unit === 'instant' ? <OneLine key={field}>{words}</OneLine> : words;
    }),
  ]);
  return (
    <>
      <Text size="sm" className="quiet" role="status">
        {t('performance.import.understood', {
          count: mapped.filter((row) => row.length > 0).length,
          rows: rows.length,
        })}
      </Text>
      <SimpleTable
        label={t('performance.import.asUnderstood', { zone })}
        head={[t('performance.import.line'), ...fields.map((field) => codeWord('performance.import.field', field))]}
        rows={understood}
      />
      {problems.length > 0 && <ProblemsTable problems={problems} />}
      <details className={classes.read}>
        <summary>{t('performance.import.asRead')}</summary>
        <SimpleTable label={t('performance.import.asRead')} head={headers} rows={rows} />
      </details>
    </>
  );
}

/** What is no more than a line or an instant is never broken. */
const OneLine = ({ children }: { children: string }) => <span className="one-line">{children}</span>;

/** Codes of ours as words; all else by its unit. */
function told({ name, value, unit }: { name: string; value?: string | null; unit: string }, zone: string): string {
  if (value && (name === 'responseClock' || name === 'resolutionClock'))
    return codeWord('performance.import.clock', value);
  if (value && name === 'state') return codeWord('performance.ticket.state', value);
  return formatNamedValue({ value, unit }, zone);
}
