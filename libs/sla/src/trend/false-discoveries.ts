import { assertList } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';

/**
 * Which of many tests to believe, so that of those believed no more than a share is expected to be wrong (Benjamini and
 * Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57, 1995). It holds for
 * tests that are independent or positively dependent, as commitments that share a cause are.
 *
 * @param rate The share, such as 0.05.
 * @returns In the order of the p-values.
 * @throws {InputError} When a p-value, or the rate, is no number from 0 to 1.
 */
export function believed(pValues: readonly number[], rate: number): boolean[] {
  assertList('pValues', pValues);
  pValues.forEach((p, i) => assertShare(`pValues[${i}]`, p));
  assertShare('rate', rate);
  const ordered = [...pValues].sort((a, b) => a - b);
  const last = ordered.findLastIndex((p, i) => p <= ((i + 1) / ordered.length) * rate);
  const limit = last < 0 ? -1 : ordered[last]!;
  return pValues.map((p) => p <= limit);
}

function assertShare(path: string, value: number): void {
  if (Number.isFinite(value) && value >= 0 && value <= 1) return;
  throw new InputError('OUT_OF_RANGE', path, value, 'must be a number from 0 to 1');
}
