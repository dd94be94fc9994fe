import { type Exact, parseDecimal } from './decimal.js';
import { InputError } from './input-error.js';

/** @throws {InputError} When the text is no decimal from 0 to 1. */
export function parseRatio(path: string, text: string): Exact {
  const value = parseDecimal(path, text);
  if (value.gte(0) && value.lte(1)) return value;
  throw new InputError('OUT_OF_RANGE', path, text, 'must be a ratio from 0 to 1');
}
