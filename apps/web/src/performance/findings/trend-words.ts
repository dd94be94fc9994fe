import { i18next } from '../../i18n/i18n';
import type { FindingRowFragment } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { formatDay } from '../../ui/format-instant';
import { formatNumber } from '../../ui/format-number';
import { formatExactPercent } from '../../ui/format-percent';
import './words';

export type Trend = NonNullable<FindingRowFragment['trend']>;
export type TrendWeek = Trend['weeks'][number];

/** A value, or what the line says, in the unit of the trend: cut and never rounded up, as figures are. */
export function trendValue(value: number, { unit }: Pick<Trend, 'unit'>): string {
  return unit === 'MS' ? formatDuration(value) : formatNumber(value / 100, PERCENT);
}

const PERCENT = {
  style: 'percent',
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
  roundingMode: 'floor',
} as const satisfies Intl.NumberFormatOptions;

/** The limit as it was promised. */
export function limitValue({ limit, unit }: Pick<Trend, 'limit' | 'unit'>): string {
  return unit === 'MS' ? formatDuration(limit) : formatExactPercent(String(limit));
}

export const daysOfWeek = ({ from, to }: Pick<TrendWeek, 'from' | 'to'>): string =>
  i18next.t('findings.trend.days', { from: formatDay(from, { style: 'day' }), to: formatDay(to) });

/** What the value of a week was made of: `994 of 1,000 good`, `1 outage, 3 h of 7 d down`. */
export function madeOf({ count, good, total }: TrendWeek, { counted }: Pick<Trend, 'counted'>): string {
  const isTime = counted === 'OUTAGES';
  const amount = (value: number) => (isTime ? formatDuration(value, { days: false }) : formatNumber(value));
  const share =
    good == null || total == null ? {} : { good: amount(good), total: amount(total), bad: amount(total - good) };
  return i18next.t(`findings.trend.madeOf.${counted}`, { count, shown: formatNumber(count), ...share });
}

/** The picture in words: from what to what the values went, and when the line meets the limit. */
export function trendSentence(trend: Trend): string {
  const { weeks, passesOn } = trend;
  return i18next.t('findings.trend.label', {
    count: weeks.length,
    from: trendValue(weeks[0]!.value, trend),
    to: trendValue(weeks.at(-1)!.value, trend),
    limit: limitValue(trend),
    day: formatDay(passesOn),
  });
}
