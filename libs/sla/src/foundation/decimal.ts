import { Decimal } from 'decimal.js';
import { InputError } from './input-error.js';

/** Exact for every product of two figures that this library multiplies; never writes an exponent. */
export const Exact = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -1000,
  toExpPos: 1000,
});
export type Exact = Decimal;

export const HUNDRED = new Exact(100);
export const PERCENT = new Exact('0.01');

/** Divides with as many digits as are told of a ratio that has no finite decimal form, so that it is rounded once. */
const Ratio = Exact.clone({ precision: 34 });

/** Long enough for every figure that this library writes to be read again. */
const PATTERN = /^-?\d{1,24}(\.\d{1,40})?$/;

/** @throws {InputError} When the text is no plain decimal such as "99.95". */
export function parseDecimal(path: string, text: string): Exact {
  if (typeof text === 'string' && PATTERN.test(text)) return new Exact(text);
  throw new InputError('MALFORMED', path, text, 'must be a decimal number in a string, such as "99.95"');
}

/** @throws {InputError} When the text is no decimal, or below 0. */
export function parseNonNegative(path: string, text: string): Exact {
  const value = parseDecimal(path, text);
  if (value.gte(0)) return value;
  throw new InputError('OUT_OF_RANGE', path, text, 'must not be negative');
}

/** @throws {InputError} When the text is no decimal from 0 to 100. */
export function parsePercent(path: string, text: string): Exact {
  const value = parseDecimal(path, text);
  if (value.gte(0) && value.lte(100)) return value;
  throw new InputError('OUT_OF_RANGE', path, text, 'must be a percentage from 0 to 100');
}

/** The quotient with 34 significant digits, trailing zeros dropped; null when nothing is divided by. */
export function ratioOf(numerator: Exact | number, denominator: Exact | number): string | null {
  const divisor = new Exact(denominator);
  return divisor.isZero() ? null : Ratio.div(numerator, divisor).toFixed();
}
