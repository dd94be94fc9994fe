import { parsePercent } from '../foundation/decimal.js';
import { assertCount } from '../foundation/check.js';

/** From this many credit points on, this percentage of the charge is credited. */
export interface PointsRow {
  readonly points: number;
  readonly percent: string;
}

/**
 * The percentage that a number of credit points pays: that of the highest row not above them, else `"0"`.
 *
 * @throws {InputError} When points are no whole number or a percentage is out of range.
 */
export function pointsCreditPercent(table: readonly PointsRow[], points: number): string {
  assertCount('points', points);
  table.forEach((row, i) => {
    assertCount(`table[${i}].points`, row.points);
    parsePercent(`table[${i}].percent`, row.percent);
  });
  const reached = table.filter((row) => row.points <= points).sort((a, b) => b.points - a.points);
  return reached[0]?.percent ?? '0';
}
