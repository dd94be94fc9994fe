import { allocate } from '../rewards/allocate.js';
import { decimalText } from '../rewards/fraction.js';

const DECIMALS = 1;
const WHOLE = 100n * 10n ** BigInt(DECIMALS);

/**
 * What each amount is of all of them, percent with one decimal, rounded by largest remainder: all are 100.0 together.
 * Where all are 0, so is each.
 *
 * @param amounts Decimals, 0 or more.
 */
export function sharePercents(amounts: readonly (string | number)[]): string[] {
  const isNothing = amounts.every((amount) => Number(amount) === 0);
  return allocate(isNothing ? 0n : WHOLE, amounts).map((tenths) => decimalText(tenths, DECIMALS));
}
