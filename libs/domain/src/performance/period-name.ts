import { monthsOf, type PeriodId } from './period-id.js';

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * A period as sentences call it.
 *
 * @example
 * periodName('2026-03'); // 'March 2026'
 * periodName('2026-Q1'); // 'Q1 2026'
 */
export function periodName(period: PeriodId): string {
  const [year, part] = period.split('-') as [string, string];
  return part.startsWith('Q') ? `${part} ${year}` : MONTH.format(new Date(`${monthsOf(period)[0]}-01`));
}
