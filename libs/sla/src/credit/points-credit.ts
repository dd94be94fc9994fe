import { assertList, assertOneOf, assertRecord } from '../foundation/check.js';
import { Exact, HUNDRED, parsePercent } from '../foundation/decimal.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { assertFlag } from '../foundation/records.js';
import type { Comparator } from '../objective/objective.js';
import { parseBounds, tierHolds, type TierBounds } from './tier.js';

/** From this many credit points on, this percentage of the charge is credited. */
export interface PointsRow {
  readonly points: number;
  readonly percent: string;
}

/** What a number of points pays. */
export interface PointsCredit {
  readonly percent: string;
  readonly explanation: readonly Step[];
}

/** The points that a result within the bounds costs. */
export type PointsBand = TierBounds & { readonly points: number };

/** The points of one period. */
export interface ServicePoints {
  readonly points: number;
  /** The period before was failed too. */
  readonly doubled: boolean;
  readonly explanation: readonly Step[];
}

/**
 * The percentage that a number of points pays: the most of the rows not above them, else `"0"`.
 *
 * @throws {InputError} When points are no number, 0 or more, or a percentage is out of range.
 */
export function pointsCredit(table: readonly PointsRow[], points: number): PointsCredit {
  assertList('table', table);
  assertPoints('points', points);
  table.forEach((row, i) => {
    assertRecord(`table[${i}]`, row);
    assertPoints(`table[${i}].points`, row.points);
    parsePercent(`table[${i}].percent`, row.percent);
  });
  const reached = table.filter((row) => row.points <= points).sort((a, b) => new Exact(b.percent).cmp(a.percent))[0];
  const percent = reached?.percent ?? '0';
  return { percent, explanation: [step('credit.points', { points, row: reached ? { ...reached } : null }, percent)] };
}

/**
 * The points of a promise over periods that follow each other. A result within a band costs its points, twice as many
 * when the period before cost points too; a result better than every band costs none.
 *
 * @param results In percent, in order of time: the share of the good, or of the bad where the comparator is `lte`.
 * @throws {InputError} When bands overlap or leave a hole, or a figure is out of range.
 *
 * @example
 * // 98 to 99 % one point, 97 to 98 two, 96 to 97 three, below four
 * servicePoints({ bands, repeatDoubles: true }, ['96.5', '98.5', '96.5']).map(({ points }) => points); // [3, 2, 6]
 */
export function servicePoints(
  terms: { readonly bands: readonly PointsBand[]; readonly comparator?: Comparator; readonly repeatDoubles: boolean },
  results: readonly string[],
): ServicePoints[] {
  assertRecord('terms', terms);
  const { bands, comparator = 'gte', repeatDoubles } = terms;
  assertOneOf('terms.comparator', comparator, ['gte', 'lte']);
  assertFlag('terms.repeatDoubles', repeatDoubles);
  assertList('bands', bands);
  assertList('results', results);
  const bounds = parseBounds('bands', bands, comparator);
  bands.forEach(({ points }, i) => assertPoints(`bands[${i}].points`, points));
  const plain = results.map((result, i) => {
    const figure = parsePercent(`results[${i}]`, result);
    const band = bounds.find((tier) => tierHolds(tier, figure, HUNDRED, comparator));
    return band ? bands[band.index]!.points : 0;
  });
  return plain.map((bandPoints, i) => {
    const doubled = repeatDoubles && bandPoints > 0 && (plain[i - 1] ?? 0) > 0;
    const points = doubled ? 2 * bandPoints : bandPoints;
    const inputs = { result: results[i]!, bandPoints, doubled };
    return { points, doubled, explanation: [step('credit.servicePoints', inputs, points)] };
  });
}

function assertPoints(path: string, points: number): void {
  if (Number.isFinite(points) && points >= 0) return;
  throw new InputError('OUT_OF_RANGE', path, points, 'must be a finite number, 0 or more');
}
