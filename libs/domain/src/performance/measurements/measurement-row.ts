import { SCALE_RULE } from '../../agreements/indicator.js';
import { readScale, type Scale, scoreFault } from '../answers/scale.js';
import type { Fault } from '../imports/reading.js';
import { isAhead } from './is-ahead.js';
import { KEPT_SINCE } from './kept-since.js';
import { intervalFault } from './longest-interval.js';
import { readInstant } from './instant-text.js';
import { nameFault } from './series-name.js';
import type { Measured } from './sift.js';
import { fieldFault, isFault, type Told as ToldOf, toldByCells, toldByJson } from './told-fields.js';
import { bucketsOfCell, seenOfBuckets, seenOfValues, unitFault, valuesOfCell, wholeOf } from './told-values.js';

/** A measurement as a machine tells it. */
export interface MeasurementRow extends Measured {
  /** Slug. */
  readonly service: string;
  readonly kind: 'counts' | 'probes' | 'values';
  readonly series: string;
  /** Of values, such as ms; null of anything else. */
  readonly unit: string | null;
}

/** An answer to a survey, whose name is that of the series, as a machine tells it. */
export interface AnswerRow extends Scale {
  /** Slug. */
  readonly service: string;
  readonly kind: 'answers';
  readonly series: string;
  readonly at: number;
  /** What its source calls it. */
  readonly answer: string;
  readonly score: number;
}

/** What a machine tells in a row. */
export type ToldByMachine = MeasurementRow | AnswerRow;

/**
 * Fields by what they hold; a row tells of an interval that was counted, of the values in one, of an instant, or of an
 * answer given at one.
 */
const NAMED = ['service', 'series'] as const;
const OF_KIND = {
  counts: ['from', 'to', 'good', 'total'],
  probes: ['at', 'up'],
  values: ['from', 'to', 'unit', 'values', 'buckets'],
  answers: ['at', 'answer', 'score', 'scale'],
} as const;
type Field = (typeof NAMED)[number] | (typeof OF_KIND)[keyof typeof OF_KIND][number];
const FIELDS = {
  names: new Set<Field>([...NAMED, ...Object.values(OF_KIND).flat()]),
  of: 'a measurement',
};

/** What probes are called when nobody names them, as Prometheus calls them too. */
export const UP = 'up';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @param now Epoch milliseconds: nothing is measured later. */
export function measurementOfJson(text: string, now: number): ToldByMachine | Fault {
  const told = toldByJson(text, FIELDS);
  return isFault(told) ? told : measurementOf(told, now);
}

/**
 * A reader of rows below a header.
 *
 * @returns Why the header is none, if so.
 */
export function measurementsOfCells(
  header: readonly string[],
): ((cells: readonly string[], now: number) => ToldByMachine | Fault) | Fault {
  const rows = toldByCells(header, FIELDS, valueOf);
  if (isFault(rows)) return rows;
  return (cells, now) => {
    const told = rows(cells);
    return isFault(told) ? told : measurementOf(told, now);
  };
}

type Told = ToldOf<Field>;

/** A number or a truth is written out in a cell; what is neither stays as it is, and is refused for that. */
function valueOf(name: Field, cell: string): unknown {
  if (name === 'up') return cell === 'true' || cell === '1' ? true : cell === 'false' || cell === '0' ? false : cell;
  if (name === 'good' || name === 'total' || name === 'score') return wholeOf(cell);
  if (name === 'values') return valuesOfCell(cell);
  if (name === 'buckets') return bucketsOfCell(cell);
  return cell;
}

function measurementOf(told: Told, now: number): ToldByMachine | Fault {
  const { service, series } = told;
  if (typeof service !== 'string' || !SLUG.test(service))
    return fieldFault(told, 'service', 'is not the slug of a service');
  const kind = kindOf(told);
  const own: readonly string[] = [...NAMED, ...OF_KIND[kind]];
  const mixed = (Object.keys(told) as Field[]).find((name) => told[name] !== undefined && !own.includes(name));
  if (mixed) return fieldFault(told, mixed, `does not stand beside ${BESIDE[kind]}`);
  const named = series === undefined ? (kind === 'probes' ? null : 'is missing') : nameFault(series);
  if (named) return fieldFault(told, 'series', named);
  return READ[kind](told, now);
}

function kindOf({ at, up, unit, values, buckets, answer, score, scale }: Told): ToldByMachine['kind'] {
  if (answer !== undefined || score !== undefined || scale !== undefined) return 'answers';
  if (at !== undefined || up !== undefined) return 'probes';
  return unit !== undefined || values !== undefined || buckets !== undefined ? 'values' : 'counts';
}

/** By what a kind is told. */
const BESIDE = {
  counts: '"from" and "to"',
  probes: '"at" and "up"',
  values: '"values" and "unit"',
  answers: '"answer" and "score"',
} as const;

function answerOf(told: Told, now: number): AnswerRow | Fault {
  const at = instantOf(told, 'at', now);
  if (typeof at !== 'number') return at;
  const { service, series, answer, score } = told;
  const named = nameFault(answer);
  if (named) return fieldFault(told, 'answer', named);
  const scale = typeof told.scale === 'string' ? readScale(told.scale) : null;
  if (!scale) return fieldFault(told, 'scale', `${SCALE_RULE}, such as 1-5`);
  const odd = scoreFault(score, scale);
  if (odd) return fieldFault(told, 'score', odd);
  const row = {
    service: service as string,
    kind: 'answers',
    series: series as string,
    at,
    ...scale,
  } as const;
  return { ...row, answer: answer as string, score: score as number };
}

function probeOf(told: Told, now: number): MeasurementRow | Fault {
  const at = instantOf(told, 'at', now);
  if (typeof at !== 'number') return at;
  if (typeof told.up !== 'boolean') return fieldFault(told, 'up', 'is neither true nor false');
  const series = (told.series as string | undefined) ?? UP;
  return {
    service: told.service as string,
    kind: 'probes',
    series,
    unit: null,
    at,
    to: null,
    good: null,
    total: null,
    up: told.up,
  };
}

function countOf(told: Told, now: number): MeasurementRow | Fault {
  const interval = intervalOf(told, now);
  if ('reason' in interval) return interval;
  const { good, total } = told;
  if (!isCount(total)) return fieldFault(told, 'total', NO_COUNT);
  if (!isCount(good)) return fieldFault(told, 'good', NO_COUNT);
  if (good > total) return fieldFault(told, 'good', 'is more than "total"');
  return {
    service: told.service as string,
    kind: 'counts',
    series: told.series as string,
    unit: null,
    ...interval,
    good,
    total,
    up: null,
  };
}

function valuesOf(told: Told, now: number): MeasurementRow | Fault {
  const interval = intervalOf(told, now);
  if ('reason' in interval) return interval;
  const unit = unitFault(told.unit);
  if (unit) return fieldFault(told, 'unit', unit);
  const field = told.buckets === undefined ? 'values' : 'buckets';
  if (field === 'buckets' && told.values !== undefined)
    return fieldFault(told, 'values', 'does not stand beside "buckets"');
  const seen = field === 'buckets' ? seenOfBuckets(told.buckets) : seenOfValues(told.values);
  if (typeof seen === 'string') return fieldFault(told, field, seen);
  return {
    service: told.service as string,
    kind: 'values',
    series: told.series as string,
    unit: told.unit as string,
    ...interval,
    good: null,
    ...seen,
    up: null,
  };
}

const READ = { counts: countOf, probes: probeOf, values: valuesOf, answers: answerOf } as const;

function intervalOf(told: Told, now: number): { at: number; to: number } | Fault {
  const at = instantOf(told, 'from', now);
  if (typeof at !== 'number') return at;
  const to = instantOf(told, 'to', now);
  if (typeof to !== 'number') return to;
  const odd = intervalFault(at, to);
  return odd ? fieldFault(told, 'to', odd) : { at, to };
}

const NO_COUNT = 'is not a whole number, 0 or more';

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function instantOf(told: Told, field: 'at' | 'from' | 'to', now: number): number | Fault {
  const text = told[field];
  const at = typeof text === 'string' ? readInstant(text) : null;
  if (at === null) return fieldFault(told, field, 'is not an instant with its zone, such as 2026-03-16T09:00:00Z');
  if (at < KEPT_SINCE) return fieldFault(told, field, 'is before 2000');
  return isAhead(at, now) ? fieldFault(told, field, 'lies in the future') : at;
}
