import { type FoundDrift, type WeeklySeries } from './find-drifts.js';

/** What the value of a week is made of: how many there were stands beside it. */
export const TREND_COUNTS = ['outages', 'tickets', 'measurements', 'answers', 'series', 'deliveries'] as const;
export type TrendCounted = (typeof TREND_COUNTS)[number];

/** Of values and limit; a duration is in milliseconds. */
export const TREND_UNITS = ['percent', 'ms'] as const;
export type TrendUnit = (typeof TREND_UNITS)[number];

/** A week of a drift: from day to day, both included, what it came to, and what the trend says of it. */
export interface TrendWeek {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly line: number;
  readonly count: number;
  /** Of a share: milliseconds of service hours, tickets, answers, or events. null where the value is no share. */
  readonly good: number | null;
  readonly total: number | null;
  readonly periods: readonly string[];
}

/** The very numbers that a drift was found in. */
export interface Trend {
  readonly unit: TrendUnit;
  readonly counted: TrendCounted;
  readonly limit: number;
  /** The day on which the line meets the limit. */
  readonly passesOn: string;
  readonly weeks: readonly TrendWeek[];
}

const WEEK_MS = 7 * 86_400_000;

/** The trend that was found in a series, with its values, in the units that it is stored in. */
export function trendOf(
  { weeks, limit }: WeeklySeries,
  { drift: { level, passing }, pace, weeks: { to: last } }: FoundDrift,
  { unit, counted, factor = 1 }: { unit: TrendUnit; counted: TrendCounted; factor?: number },
): Trend {
  return {
    unit,
    counted,
    limit: limit * factor,
    passesOn: day(passing.at),
    weeks: weeks.map(({ at, value, count, good = null, total = null, periods = [] }) => ({
      from: day(at),
      to: day(at + WEEK_MS - 1),
      value: value * factor,
      line: (level + (pace * (at - last)) / WEEK_MS) * factor,
      count,
      good,
      total,
      periods,
    })),
  };
}

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
