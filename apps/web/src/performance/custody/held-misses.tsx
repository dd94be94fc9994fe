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
import './words';

/** With whom the missed tickets of a result ran out. Nothing where none was missed, and where no source says. */
export function HeldMisses({ resultKey }: { resultKey: ResultKey }) {
  const { t } = useTranslation();
  const { missesByHolder: rows = [] } = useQuery(query(HeldMissesDocument, resultKey)).data?.commitment?.result ?? {};
  if (rows.length === 0) return null;
  const missed = rows.reduce((sum, { misses }) => sum + misses, 0);
  const runningMs = rows.reduce((sum, row) => sum + row.runningMs, 0);
  return (
    <Panel title={t('custody.misses')} description={t('custody.missesWords')}>
      <HeldBars
        label={t('custody.misses')}
        bars={rows
          .filter(({ misses }) => misses > 0)
          .map(({ holder, misses }) => ({
            name: holderName(holder),
            value: misses,
            words: t('custody.missesOf', { misses: formatNumber(misses), missed: formatNumber(missed) }),
          }))}
      />
      <details className={classes.when}>
        <summary>{t('custody.asTable')}</summary>
        <SimpleTable
          label={t('custody.misses')}
          head={[t('custody.holder'), t('custody.ranOutHead'), t('custody.had'), t('custody.share')]}
          rows={rows.map((row) => [
            holderName(row.holder),
            formatNumber(row.misses),
            formatDuration(row.runningMs, { days: false }),
            `${formatNumber(Math.round((row.runningMs / Math.max(1, runningMs)) * 100))}%`,
          ])}
          numeric={[1, 2, 3]}
        />
      </details>
    </Panel>
  );
}
