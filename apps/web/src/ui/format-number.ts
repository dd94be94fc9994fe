import { formatLocale } from '../i18n/language';
import { numberFormatter, written } from './formatters';

/** Counts and exact decimal strings alike, grouped as the reader does. */
export function formatNumber(
  value: number | string,
  options: Intl.NumberFormatOptions & { locale?: string } = {},
): string {
  const { locale, ...rest } = options;
  return written(numberFormatter(locale ?? formatLocale(), rest), value as number | Intl.StringNumericLiteral);
}

/** A value that is known to about one percent: three digits. */
export const formatMeasured = (value: number): string => formatNumber(value, { maximumSignificantDigits: 3 });

export function formatBytes(bytes: number): string {
  const [unit, size] = bytes >= 1e6 ? ['megabyte', 1e6] : bytes >= 1e3 ? ['kilobyte', 1e3] : ['byte', 1];
  return formatNumber(bytes / Number(size), { style: 'unit', unit: String(unit), maximumFractionDigits: 1 });
}
