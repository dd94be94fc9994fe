import { assertInterval, type Interval } from '../foundation/interval.js';
import { DAY_MS } from '../foundation/local-date.js';
import { assertZone, instantOfWall, wallOfInstant } from '../foundation/zone.js';
import type { Period } from './period.js';

type Asked = Pick<Period, 'zone' | 'from'> & { readonly until: number };

/** Many promises are judged over one period, one after the other: the last answer is kept. */
let last: { readonly asked: Asked; readonly boundaries: readonly number[] } | null = null;

/** Where the days of a period begin until an instant: its start, each local midnight, and the instant itself. */
export function dayBoundaries({ zone, from }: Period, until: number): readonly number[] {
  const known = last?.asked;
  if (known?.from === from && known.until === until && known.zone === zone) return last!.boundaries;
  const asked = { zone, from, until };
  last = { asked, boundaries: boundariesOf(asked) };
  return last.boundaries;
}

/**
 * Where the days of a zone begin, from the one in which a stretch of time begins to the first one not before its end:
 * whole days, of 23 or 25 hours where the clock is changed.
 *
 * @throws {InputError} When the zone is unknown, or the stretch malformed.
 *
 * @example
 * daysAround('Europe/Berlin', { from: noon, to: noon + 1 }); // [midnight before, midnight after]
 */
export function daysAround(zone: string, stretch: Interval): number[] {
  assertZone('zone', zone);
  assertInterval('stretch', stretch);
  const { from, to } = stretch;
  const starts: number[] = [];
  for (let day = Math.floor(wallOfInstant(zone, from) / DAY_MS); ; day += 1) {
    const start = instantOfWall(zone, day * DAY_MS);
    if (starts.length === 0 || start > starts.at(-1)!) starts.push(start);
    if (start >= to && start > from) return starts;
  }
}

function boundariesOf({ zone, from, until }: Asked): readonly number[] {
  const boundaries = [from];
  for (let day = Math.floor(wallOfInstant(zone, from) / DAY_MS) + 1; ; day += 1) {
    const midnight = instantOfWall(zone, day * DAY_MS);
    if (midnight >= until) break;
    if (midnight > boundaries.at(-1)!) boundaries.push(midnight);
  }
  if (until > from) boundaries.push(until);
  return Object.freeze(boundaries);
}
