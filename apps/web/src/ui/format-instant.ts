import { formatLocale } from '../i18n/language';
import { dateFormatter } from './formatters';
import { shownZone } from './shown-zone';

export type InstantStyle = 'date' | 'dateTime' | 'dateTimeSeconds' | 'month' | 'monthOnly' | 'day' | 'time';

const styles: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  dateTimeSeconds: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
  month: { month: 'short', year: 'numeric' },
  monthOnly: { month: 'short' },
  day: { day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
};

/** A UTC instant at the wall of `zone`; without a zone, at the one that is shown. */
export function formatInstant(
  instant: string,
  { zone, style = 'dateTime', locale }: { zone?: string; style?: InstantStyle; locale?: string } = {},
): string {
  const formatter = dateFormatter(locale ?? formatLocale(), {
    ...styles[style],
    timeZone: zone ?? shownZone(),
    hourCycle: 'h23',
  });
  return formatter.format(new Date(instant));
}

/** A calendar day (`2026-03-01`) that belongs to no zone. */
export function formatDay(
  day: string,
  { style = 'date', locale }: { style?: InstantStyle; locale?: string } = {},
): string {
  return formatInstant(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`, { zone: 'UTC', style, locale });
}

const periods = new Map<string, string>();

/** A period id for people: `2026-03` → "Mar 2026", `2026-Q1` → "Q1 2026". There are few, and a table says each of them often. */
export function formatPeriod(
  period: string,
  { style = 'month', locale = formatLocale() }: { style?: 'month' | 'monthOnly'; locale?: string } = {},
): string {
  const key = `${period} ${style} ${locale}`;
  const known = periods.get(key) ?? periodWords(period, style, locale);
  periods.set(key, known);
  return known;
}

function periodWords(period: string, style: 'month' | 'monthOnly', locale: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part.startsWith('Q')) return style === 'monthOnly' ? part : `${part} ${year}`;
  return formatDay(period, { style, locale });
}
