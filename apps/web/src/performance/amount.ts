import { i18next } from '../i18n/i18n';
import { phrase } from '../i18n/phrase';
import { formatDuration, shownMilliseconds } from '../ui/format-duration';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent, formatPercent } from '../ui/format-percent';

/** An amount of a budget in its unit, without a sign: "43 min 12 s", "6.65 tickets". */
export function amount(value: string, unit: string): string {
  const size = value.replace(/^-/, '');
  if (unit === 'ms') return formatDuration(Number(size), { days: false });
  // Of many, a hundredth of one says nothing.
  const count = formatNumber(size, { maximumFractionDigits: Number(size) < 100 ? 2 : 0 });
  const key = unit === 'tickets' ? 'performance.amount.tickets' : 'performance.amount.events';
  return i18next.t(key, { count: Number(size), shown: count });
}

/** What is left of a budget in words: "3 min left", "12 min over"; with what was used and the whole as they are shown. */
export function amountLeft({ left, unit, used, total }: { left: string; unit: string; used?: string; total?: string }) {
  const over = used && total && unit === 'ms' && left.startsWith('-');
  const shown = (value: string) => shownMilliseconds(Number(value));
  const words = amount(over ? String(shown(used) - shown(total)) : left, unit);
  return phrase(left.startsWith('-') ? 'performance.amount.over' : 'performance.amount.left', { amount: words });
}

/** A difference in percentage points, with its sign. */
export function points(value: string): string {
  const shown = formatPercent(value.replace(/^-/, ''), { decimals: 4 }).replace(/\s*%/, '');
  const sign = value.startsWith('-') ? '−' : '+';
  return phrase('performance.amount.points', { value: Number(value) === 0 ? '0' : sign + shown });
}

/** The same without a sign, where words say on which side. */
export const pointsApart = (value: string): string => points(value).replace(/^[−+]/, '');

/** What is promised: "at least 99.9 %". */
export function promised(target: string, comparator: 'AT_LEAST' | 'AT_MOST'): string {
  return i18next.t(`performance.amount.${comparator}`, { target: formatExactPercent(target) });
}
