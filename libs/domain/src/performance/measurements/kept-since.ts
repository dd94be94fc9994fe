import { DomainError } from '../../domain-error.js';

/** Measurements are of this instant or later, in epoch milliseconds; an earlier one has a wrong year. */
export const KEPT_SINCE = Date.UTC(2000, 0, 1);

/** @throws {DomainError} `TOO_OLD` */
export function assertKept(from: Date): void {
  if (from.getTime() >= KEPT_SINCE) return;
  throw new DomainError('TOO_OLD', 'Measurements are kept of 2000 and later; look at the year.', ['from']);
}
