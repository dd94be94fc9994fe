import { formatLocale } from '../i18n/language';
import { numberFormatter, written } from './formatters';

export type PercentOptions = { locale?: string; decimals?: number; signed?: boolean };

/** Moves the decimal point of an exact decimal string to the left by two, without a float. */
export function percentToRatio(percent: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(percent.trim()) ?? [];
  const digits = `${whole.padStart(3, '0')}`;
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
}

/**
 * A ratio as an exact decimal string (`"0.99949"`) in percent.
 * Cut, never rounded up: 99.949 against a target of 99.95 must not read as 99.95.
 */
export function formatRatio(ratio: string, { locale, decimals = 2, signed = false }: PercentOptions = {}): string {
  return written(percentFormatter(locale ?? formatLocale(), decimals, signed), ratio as Intl.StringNumericLiteral);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Found by a short key, since a table asks thousands of times. */
function percentFormatter(locale: string, decimals: number, signed: boolean): Intl.NumberFormat {
  const key = `${locale}${decimals}${signed}`;
  const known = formatters.get(key);
  if (known) return known;
  const formatter = numberFormatter(locale, {
    style: 'percent',
    minimumFractionDigits: Math.min(decimals, 2),
    maximumFractionDigits: decimals,
    roundingMode: 'floor',
    ...(signed ? { signDisplay: 'exceptZero' as const } : {}),
  });
  formatters.set(key, formatter);
  return formatter;
}

/** A percentage with the decimals that it is written with: a target of 99.9 is not 99.90. @param most Cut after so many. */
export function formatExactPercent(percent: string, most = Infinity): string {
  const decimals = percent.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return formatPercent(percent, { decimals: Math.min(decimals, most) });
}

/** A figure with the decimals that the server rounded it to, and without the sign, as it stands in a narrow cell. */
export function formatFigure(figure: string): string {
  return formatPercent(figure, { decimals: figure.split('.')[1]?.length ?? 0 }).replace(/\s*%/, '');
}

/** The same for a value already in percent (`"99.949"`). */
export function formatPercent(percent: string, options?: PercentOptions): string {
  return formatRatio(percentToRatio(percent), options);
}
