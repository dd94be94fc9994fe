import { assertList, assertRecord } from './check.js';
import { InputError } from './input-error.js';

/** @throws {InputError} When the value is no list of objects. */
export function assertRecords(path: string, rows: readonly object[]): void {
  assertList(path, rows);
  for (let i = 0; i < rows.length; i += 1) assertRecord(`${path}[${i}]`, rows[i]);
}

/** @throws {InputError} When the value is neither true nor false. */
export function assertFlag(path: string, value: boolean): void {
  if (typeof value !== 'boolean') throw new InputError('MALFORMED', path, value, 'must be true or false');
}
