import { Exact, ratioOf } from '../foundation/decimal.js';

/** A quantity that is compared: a whole number while a number holds it exactly, else a decimal. */
export type Amount = number | Exact;

/** The amount as a decimal; of one without a finite form, 34 significant digits. */
export const printed = (amount: Amount): string => (typeof amount === 'number' ? String(amount) : ratioOf(amount, 1)!);

/** What a step shows: the number, or the decimal where a number could not hold it. */
export const plain = (amount: Amount): number | string => (typeof amount === 'number' ? amount : printed(amount));

export const isZero = (amount: Amount): boolean => Number(amount) === 0;

/** Of amounts of 0 or more. */
export function sum(a: Amount, b: Amount): Amount {
  const near = Number(a) + Number(b);
  return typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(near) ? near : new Exact(a).plus(b);
}

export function difference(a: Amount, b: Amount): Amount {
  return typeof a === 'number' && typeof b === 'number' ? a - b : new Exact(a).minus(b);
}
