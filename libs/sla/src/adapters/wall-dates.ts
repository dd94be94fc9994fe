import type { WallInterval } from '../calendar/definition.js';
import { clip, type Interval, unite } from '../foundation/interval.js';
import { DAY_MS, formatDate, parseDate } from '../foundation/local-date.js';

/** Hours of dates, as a calendar is defined by them. */
type Dates = Record<string, WallInterval[]>;

interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Hours by the date on which they open, none of which overlap. On a wall clock written as if it were UTC, a day at most. */
export function datesOfHours(hours: readonly Interval[], range: DateRange): Dates {
  const byDay = new Map<number, Interval[]>();
  for (const interval of hours) add(byDay, dayOf(interval.from), interval);
  // What a night has in common with the next date, or what is longer than a day, belongs to the next date.
  for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
    const united = unite(byDay.get(day)!);
    const { from, to } = united.pop()!;
    const closes = Math.min(to, from + DAY_MS, ...(byDay.get(day + 1) ?? []).map((next) => next.from));
    byDay.set(day, [...united, { from, to: closes }]);
    if (closes < to) add(byDay, day + 1, { from: closes, to });
  }
  return written(byDay, range);
}

/** Breaks by date: one over midnight is written as two. */
export function datesOfBreaks(breaks: readonly Interval[], range: DateRange): Dates {
  const byDay = new Map<number, Interval[]>();
  for (const taken of unite(breaks)) {
    for (let day = dayOf(taken.from); day * DAY_MS < taken.to; day += 1) {
      add(byDay, day, ...clip([taken], { from: day * DAY_MS, to: (day + 1) * DAY_MS }));
    }
  }
  return written(byDay, range);
}

function add(byDay: Map<number, Interval[]>, day: number, ...intervals: Interval[]): void {
  byDay.set(day, [...(byDay.get(day) ?? []), ...intervals]);
}

function written(byDay: ReadonlyMap<number, readonly Interval[]>, { from, to }: DateRange): Dates {
  const first = parseDate('from', from);
  const last = parseDate('to', to);
  const days = [...byDay].filter(([day]) => day >= first && day <= last);
  return Object.fromEntries(days.map(([day, hours]) => [formatDate(day), hours.map(wallInterval)]));
}

const wallInterval = ({ from, to }: Interval): WallInterval => [clock(from), to % DAY_MS === 0 ? '24:00' : clock(to)];
const clock = (wallMs: number): string => new Date(wallMs).toISOString().slice(11, 16);
const dayOf = (wallMs: number): number => Math.floor(wallMs / DAY_MS);
