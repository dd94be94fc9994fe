import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { isRequestError } from '../../app/request-error';
import { PreviewImportDocument, type PreviewImportQuery, type StartImportInput } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { ErrorPanel } from '../../ui/error-panel';
import { formatNamedValue } from '../../ui/format-named-value';
import { Skeletons } from '../../ui/skeletons';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import { SimpleTable } from '../../ui/simple-table';
import { ProblemsTable } from './problems-table';
import classes from './imports.module.css';

/** The first rows as they stand in the file, and as they are understood. */
export function Preview({ order }: { order: StartImportInput }) {
  const { t } = useTranslation();
  const { uploadId, kind, profileId, serviceId } = order;
  const found = useQuery({
    ...query(PreviewImportDocument, { input: { uploadId, kind, profileId, serviceId } }),
    placeholderData: undefined,
    retry: false,
  });
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
        <Rows preview={found.data.previewImport} />
      ) : (
        <Skeletons rows={4} />
      )}
    </section>
  );
}

function Rows({ preview: { headers, rows, mapped, problems } }: { preview: PreviewImportQuery['previewImport'] }) {
  const { t } = useTranslation();
  const fields = [...new Set(mapped.flatMap((row) => row.map(({ name }) => name)))];
  const understood = mapped.map((row, index) => [
    String(index + 1),
    ...fields.map((field) => {
      const value = row.find(({ name }) => name === field);
      return value ? formatNamedValue(value, 'UTC') : '–';
    }),
  ]);
  return (
    <>
      <Text size="sm" className="quiet">
        {t('performance.import.understood', {
          count: mapped.filter((row) => row.length > 0).length,
          rows: rows.length,
        })}
      </Text>
      <SimpleTable
        label={t('performance.import.asUnderstood')}
        head={[t('performance.import.row'), ...fields.map((field) => codeWord('performance.import.field', field))]}
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
