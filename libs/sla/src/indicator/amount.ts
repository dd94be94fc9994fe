import { type Exact, ratioOf } from '../foundation/decimal.js';

/** A quantity that is compared: a whole number while a number holds it exactly, else a decimal. */
export type Amount = number | Exact;

/** The amount as a decimal; of one without a finite form, 34 significant digits. */
export const printed = (amount: Amount): string => ratioOf(amount, 1)!;

/** What a step shows: the number, or the decimal where a number could not hold it. */
export const plain = (amount: Amount): number | string => (typeof amount === 'number' ? amount : printed(amount));
