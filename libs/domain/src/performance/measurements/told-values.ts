import { type QuantileSketch, sketchOf, sketchOfHistogram } from '@accord/sla';

/** How many values were seen, and how they are distributed: [bucket, how many] of a sketch; the rest of them are 0. */
export interface SeenValues {
  readonly total: number;
  readonly sketch: QuantileSketch['buckets'];
  /** Of a histogram: its bounds, the lowest first. */
  readonly bounds?: readonly number[];
}

const MOST_VALUES = 10_000;
const MOST_BUCKETS = 500;
const GREATEST = 1e12;

/** The values of an interval, one by one. @returns Why they are none, if so. */
export function seenOfValues(values: unknown): SeenValues | string {
  if (!Array.isArray(values)) return 'is not a list of numbers';
  if (values.length > MOST_VALUES) return `has more than ${MOST_VALUES} values; send a histogram`;
  if (!values.every(isValue)) return `has what is no number from 0 to ${GREATEST}`;
  return seen(sketchOf(values));
}

/**
 * The values of an interval as a histogram: up to each bound, how many did not exceed it, as Prometheus counts under
 * `le`; under `+Inf` how many there were at all, without which nobody knows what lay beyond the last bound.
 *
 * @returns Why it is none, if so.
 */
export function seenOfBuckets(buckets: unknown): SeenValues | string {
  if (typeof buckets !== 'object' || buckets === null || Array.isArray(buckets))
    return 'is no histogram, such as {"100": 20, "+Inf": 25}';
  const { '+Inf': told, ...bounded } = buckets as Record<string, unknown>;
  const upTo = Object.entries(bounded).map(([bound, count]) => ({ bound: Number(bound), text: bound, count }));
  if (upTo.length === 0) return 'has no bucket with a bound';
  if (upTo.length > MOST_BUCKETS) return `has more than ${MOST_BUCKETS} buckets`;
  const odd = upTo.find(({ bound, text }) => text.trim() !== text || text === '' || !isValue(bound));
  if (odd) return `has the bound ${odd.text.slice(0, 40)}, which is no number from 0 to ${GREATEST}`;
  upTo.sort((a, b) => a.bound - b.bound);
  const twice = upTo.find(({ bound }, i) => upTo[i - 1]?.bound === bound);
  if (twice) return `has the bound ${twice.text.slice(0, 40)} twice`;
  const counts = [...upTo.map(({ count }) => count), ...(told === undefined ? [] : [told])];
  if (!counts.every(isCount)) return 'has a count that is not a whole number, 0 or more';
  if (counts.some((count, i) => i > 0 && count < counts[i - 1]!))
    return 'counts less up to one bound than up to a lower one';
  if (told === undefined) return WITHOUT_ALL;
  const within = upTo.map(({ bound }, i): [number, number] => [bound, counts[i]! - (counts[i - 1] ?? 0)]);
  const sketch = sketchOfHistogram(within, counts.at(-1)! - counts[upTo.length - 1]!);
  return { ...seen(sketch), bounds: upTo.map(({ bound }) => bound) };
}

/** What a cell says: values parted by blanks, or a histogram such as "100:24 300:80 +Inf:100". @returns Why it is none. */
export const seenOfCell = (cell: string): SeenValues | string =>
  cell.includes(':') ? seenOfBuckets(bucketsOfCell(cell)) : seenOfValues(valuesOfCell(cell));

/** A number is written out in a cell; what is none stays as it is, and is refused for that. */
export const wholeOf = (text: string): unknown => (/^\d{1,16}$/.test(text) ? Number(text) : text);

const numberOf = (text: string): unknown => (/^\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text);

export const valuesOfCell = (cell: string): unknown[] => cell.trim().split(/\s+/).map(numberOf);

/** What names a bucket twice is no histogram. */
export function bucketsOfCell(cell: string): unknown {
  const pairs = cell
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':'));
  if (pairs.some(({ length }) => length !== 2)) return cell;
  if (new Set(pairs.map(([bound]) => bound)).size < pairs.length) return cell;
  return Object.fromEntries(pairs.map(([bound, count]) => [bound!, wholeOf(count!)]));
}

/** Why values are not of such a unit; null = they are. */
export function unitFault(unit: unknown): string | null {
  if (typeof unit !== 'string' || unit.trim() !== unit || unit === '') return 'is not a unit, such as ms';
  if (unit.length > LONGEST_UNIT) return `is longer than ${LONGEST_UNIT} characters`;
  return /^[=+\-@]|\p{Cc}|\p{Cs}/u.test(unit) ? 'is not a unit, such as ms' : null;
}

export const LONGEST_UNIT = 20;

const WITHOUT_ALL = 'does not say under +Inf how many there were at all, so what lay beyond the last bound is unknown';

const isValue = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= GREATEST;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const seen = (sketch: QuantileSketch): SeenValues => ({
  total: sketch.zeros + sketch.buckets.reduce((sum, [, count]) => sum + count, 0),
  sketch: sketch.buckets,
});
