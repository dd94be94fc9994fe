import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { HeldMissesDocument } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { formatNumber } from '../../ui/format-number';
import { Panel } from '../../ui/panel';
import { SimpleTable } from '../../ui/simple-table';
import type { ResultKey } from '../commitment/result-keys';
import { HeldBars } from './held-bars';
import { holderName } from './holder-name';
import classes from './custody.module.css';
import '../words';

/** With whom the missed tickets of a result ran out. Nothing where none was missed, and where no source says. */
export function HeldMisses({ resultKey }: { resultKey: ResultKey }) {
  const { t } = useTranslation();
  const { missesByHolder: rows = [] } = useQuery(query(HeldMissesDocument, resultKey)).data?.commitment?.result ?? {};
  if (rows.length === 0) return null;
  const missed = rows.reduce((sum, { misses }) => sum + misses, 0);
  const runningMs = rows.reduce((sum, row) => sum + row.runningMs, 0);
  return (
    <Panel title={t('performance.custody.misses')} description={t('performance.custody.missesWords')}>
      <HeldBars
        label={t('performance.custody.misses')}
        bars={rows
          .filter(({ misses }) => misses > 0)
          .map(({ holder, misses }) => ({
            name: holderName(holder),
            value: misses,
            words: t('performance.custody.missesOf', { misses: formatNumber(misses), missed: formatNumber(missed) }),
          }))}
      />
      <details className={classes.when}>
        <summary>{t('performance.custody.asTable')}</summary>
        <SimpleTable
          label={t('performance.custody.misses')}
          head={[
            t('performance.custody.holder'),
            t('performance.custody.ranOutHead'),
            t('performance.custody.had'),
            t('performance.custody.share'),
          ]}
          rows={rows.map((row) => [
            holderName(row.holder),
            formatNumber(row.misses),
            formatDuration(row.runningMs, { days: false }),
            `${formatNumber(Math.round((row.runningMs / Math.max(1, runningMs)) * 100))} %`,
          ])}
          numeric={[1, 2, 3]}
        />
      </details>
    </Panel>
  );
}
