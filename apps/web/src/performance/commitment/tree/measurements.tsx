import { useTranslation } from 'react-i18next';
import type { BehindMeasurementFragment } from '../../../generated/graphql';
import { formatMeasured, formatNumber } from '../../../ui/format-number';
import { Instant } from '../../../ui/instant';
import { SimpleTable } from '../../../ui/simple-table';

type Word =
  | 'at'
  | 'to'
  | 'found'
  | 'good'
  | 'total'
  | 'values'
  | 'many'
  | 'median'
  | 'p95'
  | 'greatest'
  | 'source'
  | 'arrived';

/** What sources sent, as they sent it, and when it came. */
export function Measurements({ rows, zone }: { rows: BehindMeasurementFragment[]; zone: string }) {
  const { t } = useTranslation();
  const words = (key: Word) => t(`performance.tree.measurement.${key}`);
  const isProbe = rows[0]?.up != null;
  const came = ({ source, line, revision, reason }: BehindMeasurementFragment) =>
    [
      line == null ? source : t('performance.tree.measurement.onLine', { source, line }),
      ...(revision > 0 ? [t('performance.tree.measurement.corrected', { revision, reason: reason ?? '–' })] : []),
    ].join(', ');
  const rest = (row: BehindMeasurementFragment) => [came(row), <Instant key="at" at={row.arrivedAt} zone={zone} />];
  const at = (instant: string | null | undefined) => (
    <Instant at={instant ?? null} zone={zone} style="dateTimeSeconds" />
  );
  const value = (values: BehindMeasurementFragment['values'], figure: 'median' | 'p95' | 'greatest') =>
    values?.[figure] == null ? '–' : `${formatMeasured(values[figure])} ${values.unit}`;
  if (rows[0]?.values)
    return (
      <SimpleTable
        label={words('values')}
        head={(['at', 'to', 'many', 'median', 'p95', 'greatest', 'source', 'arrived'] as const).map(words)}
        numeric={[2, 3, 4, 5]}
        rows={rows.map((row) => [
          at(row.at),
          at(row.to),
          formatNumber(row.total ?? '0'),
          value(row.values, 'median'),
          value(row.values, 'p95'),
          value(row.values, 'greatest'),
          ...rest(row),
        ])}
      />
    );
  return isProbe ? (
    <SimpleTable
      label={t('performance.tree.measurement.probes')}
      head={[words('at'), words('found'), words('source'), words('arrived')]}
      rows={rows.map((row) => [at(row.at), t(`performance.tree.measurement.${row.up ? 'up' : 'down'}`), ...rest(row)])}
    />
  ) : (
    <SimpleTable
      label={t('performance.tree.measurement.counts')}
      head={[words('at'), words('to'), words('good'), words('total'), words('source'), words('arrived')]}
      numeric={[2, 3]}
      rows={rows.map((row) => [
        at(row.at),
        at(row.to),
        formatNumber(row.good ?? '0'),
        formatNumber(row.total ?? '0'),
        ...rest(row),
      ])}
    />
  );
}
