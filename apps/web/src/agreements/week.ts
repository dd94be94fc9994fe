import type { CalendarVersionFragment } from '../generated/graphql';
import { minutesOf, type Interval } from './hours-text';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export type Stretch = { from: number; to: number; overMidnight: boolean };

/**
 * What is open on each calendar day, in minutes of that day: a shift over midnight is drawn on both days that it touches.
 *
 * @param hours Seven lists of intervals, Monday first, as they open.
 */
export function openStretches(hours: readonly (readonly Interval[])[]): Stretch[][] {
  const days: Stretch[][] = weekdays.map(() => []);
  hours.forEach((intervals, day) => {
    for (const interval of intervals) {
      const from = minutesOf(interval.from);
      const to = minutesOf(interval.to);
      if (to > from) days[day]?.push({ from, to, overMidnight: false });
      else {
        days[day]?.push({ from, to: 1440, overMidnight: true });
        if (to > 0) days[(day + 1) % 7]?.push({ from: 0, to, overMidnight: true });
      }
    }
  });
  return days.map((stretches) => stretches.sort((a, b) => a.from - b.from));
}

/** Open minutes of an ordinary week. */
export function weeklyMinutes(hours: readonly (readonly Interval[])[]): number {
  return openStretches(hours)
    .flat()
    .reduce((sum, { from, to }) => sum + to - from, 0);
}

export function intervalsOf(version: Pick<CalendarVersionFragment, 'weekly'>, weekday: string): readonly Interval[] {
  return version.weekly.find((row) => row.day === weekday)?.hours ?? [];
}
