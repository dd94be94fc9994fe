import { DomainError } from '../domain-error.js';
import { reasonOf } from '../people/person.js';

/** What decides whether figures that were counted may be replaced by others. */
export interface CountReplacement {
  /** A closed period that counted the figures, such as 2026-02. */
  closedPeriod: string | null;
  reason: string | null;
}

/**
 * Other counts are another figure: a closed period changes by an exclusion only, on which a second person decides.
 *
 * @returns The reason.
 * @throws {DomainError} When the time has to be left out by an exclusion, or the reason is missing.
 */
export function assertMayReplaceCounts({ closedPeriod, reason }: CountReplacement): string {
  if (closedPeriod)
    throw new DomainError(
      'PERIOD_CLOSED',
      `${closedPeriod} is closed and counted these figures; propose an exclusion, on which a second person decides.`,
    );
  return reasonOf(reason ?? '');
}
