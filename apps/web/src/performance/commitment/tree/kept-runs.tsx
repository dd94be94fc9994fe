import { useTranslation } from 'react-i18next';
import type { BehindRunFragment } from '../../../generated/graphql';
import { formatInstant } from '../../../ui/format-instant';
import { formatMeasured, formatNumber } from '../../../ui/format-number';
import { Instant } from '../../../ui/instant';
import { SimpleTable } from '../../../ui/simple-table';

type Word = 'at' | 'to' | 'found' | 'good' | 'total' | 'many' | 'median' | 'p95' | 'greatest' | 'measurements';

/** What stands of measurements that are not kept one by one any more. */
export function KeptRuns({ kept, zone }: { kept: { keptUntil: string; runs: BehindRunFragment[] }; zone: string }) {
  const { t } = useTranslation();
  const words = (key: Word) => t(`performance.tree.measurement.${key}`);
  const told = toldOf(kept.runs[0]);
  const value = (run: BehindRunFragment, word: Word) => {
    if (word === 'found') return t(`performance.tree.measurement.${run.up ? 'up' : 'down'}`);
    if (word === 'good') return formatNumber(run.good ?? '0');
    if (word === 'total' || word === 'many') return formatNumber(run.total ?? '0');
    const figure = run.values?.[word as 'median'];
    return figure == null ? '–' : `${formatMeasured(figure)} ${run.values!.unit}`;
  };
  const until = formatInstant(kept.keptUntil, { zone, style: 'date' });
  if (kept.runs.length === 0) return <p>{t('performance.tree.answersKeptUntil', { until })}</p>;
  return (
    <>
      <p>{t('performance.tree.keptUntil', { until })}</p>
      <SimpleTable
        label={t('performance.tree.runs')}
        head={(['at', 'to', ...told, 'measurements'] as const).map(words)}
        numeric={told.flatMap((word, i) => (word === 'found' ? [] : [i + 2])).concat(told.length + 2)}
        rows={kept.runs.map((run) => [
          <Instant key="from" at={run.from} zone={zone} />,
          <Instant key="to" at={run.to} zone={zone} />,
          ...told.map((word) => value(run, word)),
          formatNumber(run.measurements),
        ])}
      />
    </>
  );
}

/** Of probes, of values, or of counts. */
function toldOf(run: BehindRunFragment | undefined): readonly Word[] {
  if (run?.up != null) return ['found'];
  return run?.values ? ['many', 'median', 'p95', 'greatest'] : ['good', 'total'];
}
