import { believed, type Drift, driftOf, type Passing } from '@accord/sla';

/** Values at the starts of weeks, oldest first; weeks without a value are left out. Instants are epoch milliseconds. */
export interface WeeklySeries {
  readonly id: string;
  readonly weeks: readonly { readonly at: number; readonly value: number }[];
  /** The value that must not be passed, and on which side it gets worse. */
  readonly limit: number;
  readonly worse: 'falling' | 'rising';
}

/** A series that gets worse, and passes its limit within as much time as was looked at. */
export interface FoundDrift {
  readonly id: string;
  readonly drift: Drift & { readonly passing: Passing };
  /** A week's worth of the slope. */
  readonly pace: number;
  /** The weeks that have a value: how many, and when the first and the last one begin. */
  readonly weeks: { readonly count: number; readonly from: number; readonly to: number };
}

/** Half a year is looked at: longer ago the service was another one, and a season is no trend. */
export const DRIFT_WEEKS = 26;

/** With fewer values nothing is said. */
export const LEAST_WEEKS = 12;

/** Of what is found, no more than one in twenty is expected to be chance. */
const FALSE_DISCOVERIES = 0.05;

const WEEK_MS = 7 * 86_400_000;

/**
 * Which of many series slowly get worse: each is tested, all are corrected together, and of those believed the ones are
 * told that would pass their limit within half a year. Methods: docs/decisions/0023.
 */
export function findDrifts(all: readonly WeeklySeries[]): FoundDrift[] {
  const tested = all
    .filter(({ weeks }) => weeks.length >= LEAST_WEEKS)
    .map(({ id, weeks, limit, worse }) => {
      const [from, to] = [weeks[0]!.at, weeks.at(-1)!.at];
      const stepMs = Math.round((to - from) / (weeks.length - 1));
      const values = weeks.map(({ value }) => value);
      const seen = { count: weeks.length, from, to };
      return { id, weeks: seen, stepMs, drift: driftOf(values, { from, stepMs, limit, worse }) };
    });
  const isBelieved = believed(
    tested.map(({ drift }) => drift.p),
    FALSE_DISCOVERIES,
  );
  return tested.flatMap(({ id, weeks, stepMs, drift }, i): FoundDrift[] => {
    const { passing } = drift;
    if (!isBelieved[i] || !passing || passing.at > weeks.to + DRIFT_WEEKS * WEEK_MS) return [];
    return [{ id, drift: { ...drift, passing }, pace: (drift.slope * WEEK_MS) / stepMs, weeks }];
  });
}

/** The day of passing and the days between which it lies, as people read them. */
export function passingInWords({ at, earliest, latest }: Passing): { about: string; between: string } {
  return {
    about: day(at),
    between: latest === null ? `${day(earliest)} or later` : `${day(earliest)} to ${day(latest)}`,
  };
}

/** What is told of a drift beside its level: when it passes, of which weeks that is known, and how likely it is chance. */
export function driftInWords({ drift: { passing, p }, weeks: { count, from, to } }: FoundDrift) {
  return {
    ...passingInWords(passing),
    weeks: `${count} weeks from ${day(from)} to ${day(to + WEEK_MS - 1)}`,
    chance: p < 0.001 ? 'less than 0.1 %' : `${(100 * p).toFixed(1)} %`,
  };
}

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The middle value of each of the last weeks that have ended; weeks end at the instant, weeks without a value are left out. */
export function weeksOf(
  values: readonly { readonly at: number; readonly value: number }[],
  at: Date,
): WeeklySeries['weeks'] {
  const byWeek = new Map<number, number[]>();
  for (const one of values) {
    const week = Math.ceil((at.getTime() - one.at) / WEEK_MS) || 1;
    if (week <= DRIFT_WEEKS && one.at <= at.getTime()) byWeek.set(week, [...(byWeek.get(week) ?? []), one.value]);
  }
  return [...byWeek]
    .sort(([a], [b]) => b - a)
    .map(([week, found]) => ({ at: at.getTime() - week * WEEK_MS, value: middleOf(found) }));
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
