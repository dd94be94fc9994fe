import { believed, type Drift, driftOf, type Passing } from '@accord/sla';

/** The value of a week and what it was made of. Instants are epoch milliseconds. */
export interface WeeklyValue {
  /** Where the week begins. */
  readonly at: number;
  readonly value: number;
  /** How many there were of what the value was made of. */
  readonly count: number;
  /** Of a share: what was good, and of how much. */
  readonly good?: number;
  readonly total?: number;
  /** The periods of results in which the week lies. */
  readonly periods?: readonly string[];
}

/** Values of weeks, oldest first; weeks without a value are left out. */
export interface WeeklySeries {
  readonly id: string;
  readonly weeks: readonly WeeklyValue[];
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

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

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
    chance: p < 0.001 ? 'less than 0.1%' : `${(100 * p).toFixed(1)}%`,
  };
}

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/**
 * The middle value of each of the last weeks that have ended; weeks are whole days by universal time, and the last one
 * ends where the day of the instant begins. Weeks without a value are left out.
 */
export function weeksOf(values: readonly { readonly at: number; readonly value: number }[], at: Date): WeeklyValue[] {
  const byWeek = new Map<number, number[]>();
  const until = at.getTime() - (at.getTime() % DAY_MS);
  for (const one of values) {
    const week = Math.ceil((until - one.at) / WEEK_MS);
    if (week >= 1 && week <= DRIFT_WEEKS) byWeek.set(week, [...(byWeek.get(week) ?? []), one.value]);
  }
  return [...byWeek]
    .sort(([a], [b]) => b - a)
    .map(([week, found]) => ({ at: until - week * WEEK_MS, value: middleOf(found), count: found.length }));
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
