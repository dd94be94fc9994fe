import { InputError } from './input-error.js';

const DEEPEST = 100;

/**
 * What was given, as it is now: a frozen copy, so that nobody changes it after it was checked. Objects of a class, which
 * look after themselves, are kept.
 *
 * @throws {InputError} When it is nested deeper than 100 levels, as what holds itself is.
 */
export function frozenCopy<Value>(path: string, value: Value, depth = 0): Value {
  if (Array.isArray(value) || isPlain(value)) {
    if (depth > DEEPEST) throw new InputError('CYCLE', path, value, `must not be nested deeper than ${DEEPEST} levels`);
    if (Array.isArray(value)) return Object.freeze(value.map((item) => frozenCopy(path, item, depth + 1))) as Value;
    const copies = Object.entries(value).map(([name, part]) => [name, frozenCopy(path, part, depth + 1)] as const);
    return Object.freeze(Object.fromEntries(copies.filter(([, copy]) => copy !== undefined))) as Value;
  }
  return value;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
