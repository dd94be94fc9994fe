import type { MeasuredPointsQuery } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { formatMeasured, formatNumber } from '../../ui/format-number';
import { formatExactPercent } from '../../ui/format-percent';
import './words';

type Asked = NonNullable<NonNullable<MeasuredPointsQuery['commitment']>['result']>;
export type Measured = NonNullable<Asked['points']>;

/** A value in the unit of its series; a percentile is known to about one percent. */
export function measuredValue(value: number | null | undefined, { unit }: Pick<Measured, 'unit'>): string {
  if (value == null) return i18next.t('measured.beyond');
  return unit === 'percent' ? formatExactPercent(value.toFixed(4), 2) : `${formatMeasured(value)} ${unit}`;
}

/** The promise as the line of the picture says it. */
export function lineWords(measured: Measured): string {
  const { line, unit, above } = measured;
  const shown = unit === 'percent' ? formatExactPercent(String(line)) : `${formatNumber(line)} ${unit}`;
  return i18next.t(`measured.${above ? 'above' : 'below'}`, { line: shown });
}

/** How many measurements there are, and what stands for them where there are too many to be sent. */
export function howMany({ measurements, points, summed }: Measured): string {
  const shown = formatNumber(measurements);
  const words =
    points.length < measurements && !summed
      ? i18next.t('measured.fewer', { measurements: shown, points: formatNumber(points.length) })
      : i18next.t('measured.all', { count: measurements, shown });
  return summed ? `${words} ${i18next.t('measured.summed')}` : words;
}

/** The picture in words. */
export function measuredLabel(measured: Measured): string {
  const values = measured.points.map(({ value }) => value ?? Infinity);
  const said = (value: number) => measuredValue(Number.isFinite(value) ? value : null, measured);
  return i18next.t('measured.label', {
    measurements: formatNumber(measured.measurements),
    least: said(Math.min(...values)),
    greatest: said(Math.max(...values)),
    line: lineWords(measured),
  });
}
