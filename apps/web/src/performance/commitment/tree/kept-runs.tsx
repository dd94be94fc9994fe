import { useTranslation } from 'react-i18next';
import type { BehindRunFragment } from '../../../generated/graphql';
import { formatInstant } from '../../../ui/format-instant';
import { formatNumber } from '../../../ui/format-number';
import { Instant } from '../../../ui/instant';
import { SimpleTable } from '../../../ui/simple-table';

/** What stands of measurements that are not kept one by one any more. */
export function KeptRuns({ kept, zone }: { kept: { keptUntil: string; runs: BehindRunFragment[] }; zone: string }) {
  const { t } = useTranslation();
  const words = (key: 'at' | 'to' | 'found' | 'good' | 'total' | 'measurements') =>
    t(`performance.tree.measurement.${key}`);
  const isProbe = kept.runs[0]?.up != null;
  const values = ({ up, good, total }: BehindRunFragment) =>
    isProbe
      ? [t(`performance.tree.measurement.${up ? 'up' : 'down'}`)]
      : [formatNumber(good ?? '0'), formatNumber(total ?? '0')];
  return (
    <>
      <p>{t('performance.tree.keptUntil', { until: formatInstant(kept.keptUntil, { zone, style: 'date' }) })}</p>
      <SimpleTable
        label={t('performance.tree.runs')}
        head={[
          words('at'),
          words('to'),
          ...(isProbe ? [words('found')] : [words('good'), words('total')]),
          words('measurements'),
        ]}
        numeric={isProbe ? [3] : [2, 3, 4]}
        rows={kept.runs.map((run) => [
          <Instant key="from" at={run.from} zone={zone} />,
          <Instant key="to" at={run.to} zone={zone} />,
          ...values(run),
          formatNumber(String(run.measurements)),
        ])}
      />
    </>
  );
}
