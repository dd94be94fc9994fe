import { DomainError } from '../domain-error.js';

/** @throws {DomainError} When it is no zone of the IANA database, such as 'Europe/Berlin'. */
export function timeZoneOf(text: string): string {
  try {
    if (!/^[a-z]/i.test(text.trim())) throw new RangeError('An offset is no zone: it knows no summer time.');
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch {
    throw new DomainError('UNKNOWN_TIME_ZONE', 'This time zone is unknown; write it like Europe/Berlin.', ['timeZone']);
  }
}
