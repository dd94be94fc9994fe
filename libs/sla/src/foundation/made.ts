import { InputError } from './input-error.js';

const makers = new WeakMap<object, string>();

/** Freezes what was checked, and remembers who checked it. */
export function made<Value extends object>(by: string, value: Value): Readonly<Value> {
  makers.set(value, by);
  return Object.freeze(value);
}

/** @throws {InputError} When the value was not made by the function of that name. */
export function assertMade(path: string, value: unknown, by: string): void {
  if (typeof value === 'object' && value !== null && makers.get(value) === by) return;
  throw new InputError('MALFORMED', path, value, `must be made by ${by}`);
}
