import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../ui/format-number';
import { Panel } from '../../ui/panel';
import { SimpleTable } from '../../ui/simple-table';
import { Tile } from '../../ui/tile';
import type { ShownImport } from './import-page';
import { ProblemsTable } from './problems-table';
import classes from './imports.module.css';

/** What was stored, what was known already, and what could not be taken with the reasons. */
export function ImportReport({ shown }: { shown: ShownImport }) {
  const { t } = useTranslation();
  const { rowsStored, rowsKnown, rowsElsewhere, rowsDiffering, rowsRefused, rowsUnmapped } = shown;
  const told = rowsRefused + rowsDiffering + rowsElsewhere;
  const { judged, problems, unmapped, state } = shown;
  return (
    <>
      <div className={classes.tiles}>
        <Tile label={t('performance.import.stored')} value={formatNumber(rowsStored)} tone="good" />
        <Tile label={t('performance.import.known')} value={formatNumber(rowsKnown)} />
        {rowsElsewhere > 0 && (
          <Tile label={t('performance.import.elsewhere')} value={formatNumber(rowsElsewhere)} tone="warning" />
        )}
        {rowsDiffering > 0 && (
          <Tile label={t('performance.import.differing')} value={formatNumber(rowsDiffering)} tone="warning" />
        )}
        <Tile
          label={t('performance.import.refused')}
          value={formatNumber(rowsRefused)}
          tone={rowsRefused > 0 ? 'bad' : 'neutral'}
        />
        <Tile
          label={t('performance.import.unmapped')}
          value={formatNumber(rowsUnmapped)}
          tone={rowsUnmapped > 0 ? 'warning' : 'neutral'}
        />
        <Tile label={t('performance.import.judged')} value={formatNumber(judged)} />
      </div>
      {state === 'DONE' && (
        <Group gap="xs">
          <Button component={Link} to="/commitments" size="xs">
            {t('performance.import.toCommitments')}
          </Button>
          <Button component={Link} to="/imports" size="xs" variant="default">
            {t('performance.import.next')}
          </Button>
        </Group>
      )}
      {problems.length > 0 && (
        <section aria-labelledby="problems">
          <h2 id="problems" className={classes.heading}>
            {t('performance.import.problems')}
          </h2>
          {told > problems.length && (
            <Text size="sm" className="quiet" mb="xs">
              {t('performance.import.problemsShown', { shown: problems.length, total: formatNumber(told) })}
            </Text>
          )}
          <ProblemsTable problems={problems} />
        </section>
      )}
      {unmapped.length > 0 && (
        <Panel title={t('performance.import.unmappedTitle')} description={t('performance.import.unmappedWords')}>
          <SimpleTable
            label={t('performance.import.unmappedTitle')}
            head={[t('performance.import.column'), t('performance.import.value'), t('performance.import.rows')]}
            rows={unmapped.map(({ column, value, count }) => [column, value, formatNumber(count)])}
            numeric={[2]}
          />
        </Panel>
      )}
    </>
  );
}
