import { assertInterval, type Interval } from '../foundation/interval.js';
import { assertCalendar, type Calendar } from './calendar.js';
import { countUpTo, yearIndexOf } from './search.js';

/** The open time of a range as disjoint intervals in order; touching shifts are joined. Empty for an empty range. */
export function openPeriods(calendar: Calendar, range: Interval): Interval[] {
  assertCalendar('calendar', calendar);
  assertInterval('range', range);
  if (range.from === range.to) return [];
  const periods: { from: number; to: number }[] = [];
  for (let index = yearIndexOf(range.from); index <= yearIndexOf(range.to - 1); index += 1) {
    const { startAt, opens, closes } = calendar.openYear(index);
    for (let i = countUpTo(closes, (range.from - startAt) / 1000); i < opens.length; i += 1) {
      const from = Math.max(startAt + opens[i]! * 1000, range.from);
      const to = Math.min(startAt + closes[i]! * 1000, range.to);
      if (from >= range.to) break;
      const last = periods.at(-1);
      if (last?.to === from) last.to = to;
      else periods.push({ from, to });
    }
  }
  return periods;
}
