import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { DAY_MS } from '../foundation/local-date.js';
import { instantOfWall, wallOfInstant } from '../foundation/zone.js';
import type { Loss } from '../indicator/measured.js';
import type { Period } from '../window/period.js';
import type { CreditSchedule } from './credit-schedule.js';

const HOUR_MS = 3_600_000;

/**
 * Dates in the zone of the period on which a promise was broken: an event happened, or open time was lost. Not counted
 * for a schedule that does not pay by them.
 */
export function breachDays(
  { definition }: CreditSchedule,
  losses: readonly Loss[],
  calendar: Calendar,
  { zone }: Period,
): number | undefined {
  if (!('perDay' in definition)) return undefined;
  const dates = new Set<number>();
  const dateOf = (at: number) => Math.floor(wallOfInstant(zone, at) / DAY_MS);
  for (const { from, to, amount } of losses) {
    if (amount > 0 && from === to) dates.add(dateOf(from));
    for (let at = from; at < to;) {
      const date = dateOf(at);
      const midnight = instantOfWall(zone, (date + 1) * DAY_MS);
      // A clock set back over midnight shows the end of the date again: go on by the hour.
      const next = Math.min(to, midnight > at ? midnight : at + HOUR_MS);
      if (amount > 0 && openMsBetween(calendar, at, next) > 0) dates.add(date);
      at = next;
    }
  }
  return dates.size;
}
