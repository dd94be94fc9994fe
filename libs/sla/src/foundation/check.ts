import { InputError } from './input-error.js';

/** The years in which every question can be asked: 1900 to 2199, in UTC. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

export const FIRST_INSTANT = Date.UTC(FIRST_YEAR, 0, 1);
/** The end of the last year: no instant, but time may last until then. */
export const LAST_INSTANT = Date.UTC(LAST_YEAR + 1, 0, 1);

/** Whether the value is a whole number of milliseconds in the years 1900 to 2199. */
export function isInstant(value: number): boolean {
  return Number.isInteger(value) && value >= FIRST_INSTANT && value < LAST_INSTANT;
}

/** @throws {InputError} When the value is no instant. */
export function assertInstant(path: string, value: number): void {
  if (isInstant(value)) return;
  throw new InputError('OUT_OF_RANGE', path, value, 'must be whole epoch milliseconds in the years 1900 to 2199');
}

/** @throws {InputError} When the value is no whole, non-negative number of milliseconds. */
export function assertDuration(path: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new InputError('OUT_OF_RANGE', path, value, 'must be a whole number of milliseconds, 0 or more');
}

/** @throws {InputError} When the value is no whole, non-negative number. */
export function assertCount(path: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new InputError('OUT_OF_RANGE', path, value, 'must be a whole number, 0 or more');
}

/** @throws {InputError} When the value is no whole number. */
export function assertWhole(path: string, value: number): void {
  if (Number.isSafeInteger(value)) return;
  throw new InputError('OUT_OF_RANGE', path, value, 'must be a whole number');
}

/** @throws {InputError} When the value is no finite number. */
export function assertFinite(path: string, value: number): void {
  if (!Number.isFinite(value)) throw new InputError('MALFORMED', path, value, 'must be a finite number');
}

/** Whether the value is an object with fields. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws {InputError} When the value is no object with fields. */
export function assertRecord(path: string, value: unknown): asserts value is object {
  if (isRecord(value)) return;
  throw new InputError('MALFORMED', path, value, 'must be an object');
}

/** @throws {InputError} When the value is no list. */
export function assertList(path: string, value: unknown): void {
  if (!Array.isArray(value)) throw new InputError('MALFORMED', path, value, 'must be a list');
}

/** @throws {InputError} When the value is no text, or an empty one. */
export function assertText(path: string, value: unknown): void {
  if (typeof value === 'string' && value !== '') return;
  throw new InputError('MALFORMED', path, value, 'must be a text');
}

/** @throws {InputError} When the value is neither true nor false. */
export function assertFlag(path: string, value: unknown): void {
  if (typeof value !== 'boolean') throw new InputError('MALFORMED', path, value, 'must be true or false');
}

/** @throws {InputError} When the value is none of the choices. */
export function assertOneOf<Choice extends string>(path: string, value: Choice, choices: readonly Choice[]): void {
  if (choices.includes(value)) return;
  throw new InputError('MALFORMED', path, value, `must be one of ${choices.join(', ')}`);
}
