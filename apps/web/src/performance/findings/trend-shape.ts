import { addDay } from '../../ui/month';
import type { Trend } from './trend-words';

export type Spot = readonly [x: number, y: number];

/** A trend as shares of a picture: 0 at the left and at the top, 1 at the right and at the bottom. */
export interface TrendShape {
  readonly values: readonly Spot[];
  readonly line: readonly [Spot, Spot];
  /** From the end of the line to where it meets the limit. */
  readonly ahead: readonly [Spot, Spot];
  readonly limit: number;
  /** Where the weeks that were looked at end. */
  readonly now: number;
}

/** Room above the highest and beneath the lowest of what is drawn, as a share of what lies between. */
const ROOM = 0.12;

/** Time goes as far as the limit is met, values as far as there are any, so that no point lies outside. */
export function trendShape({ weeks, limit, passesOn }: Trend): TrendShape {
  const [first, last] = [weeks[0]!, weeks.at(-1)!];
  const [start, end] = [Date.parse(first.from), Math.max(Date.parse(passesOn), Date.parse(addDay(last.to)))];
  const drawn = [limit, ...weeks.flatMap(({ value, line }) => [value, line])];
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const room = (high - low || 1) * ROOM;
  const x = (day: string) => (Date.parse(day) - start) / (end - start);
  const y = (value: number) => (high + room - value) / (high - low + 2 * room);
  const met: Spot = [x(passesOn), y(limit)];
  return {
    values: weeks.map(({ from, value }) => [x(from), y(value)]),
    line: [
      [x(first.from), y(first.line)],
      [x(last.from), y(last.line)],
    ],
    ahead: [[x(last.from), y(last.line)], met],
    limit: y(limit),
    now: x(addDay(last.to)),
  };
}
