import { COUNTS, type CountHabit } from '../content/counts.js';
import { instantAt, type Months, plusDays, weekdayOf } from '../months.js';
import type { Random } from '../random.js';

export interface CountedInterval extends Pick<CountHabit, 'service' | 'series'> {
  from: Date;
  to: Date;
  good: number;
  total: number;
}

/** Everything that was counted in a month and is over at `upTo`. */
export function countedIn(month: number, upTo: Date, months: Months, random: Random): CountedInterval[] {
  return COUNTS.flatMap((habit) => {
    const { service, series, uncounted = [], from: first = 1 } = habit;
    if (month < first || uncounted.includes(month)) return [];
    const chance = random.of('counts', series, month);
    const share = habit.months?.[month] ?? habit.good;
    return intervals(habit, month, months).map(([from, to]) => {
      const total = Math.round(habit.about * chance.between(0.82, 1.18));
      return { service, series, from, to, good: total - bad(total, 1 - share, chance), total };
    });
  }).filter(({ to }) => to <= upTo);
}

/** Few of few by chance, many of many in proportion. */
function bad(total: number, share: number, chance: Random): number {
  const mean = total * share;
  const drawn = mean < 30 ? chance.poisson(mean) : Math.round(mean * chance.between(0.85, 1.15));
  return Math.min(drawn, total);
}

/** Weeks begin on Mondays; one that reaches into the next month ends with its own. */
function intervals({ every }: CountHabit, month: number, months: Months): [Date, Date][] {
  const days = months.days(month);
  const end = plusDays(days.at(-1)!, 1);
  const at = (day: string) => instantAt(months.zone, day);
  switch (every) {
    case 'day':
      return days.map((day) => [at(day), at(plusDays(day, 1))]);
    case 'workingDay':
      return days.filter((day) => weekdayOf(day) % 6 !== 0).map((day) => [at(day), at(plusDays(day, 1))]);
    case 'month':
      return [[at(days[0]!), at(end)]];
    case 'week': {
      const starts = days.filter((day) => weekdayOf(day) === 1);
      return starts.map((day) => [at(day), at(plusDays(day, 7) < end ? plusDays(day, 7) : end)]);
    }
  }
}
