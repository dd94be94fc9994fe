import { DomainError } from '../domain-error.js';
import { reasonOf } from '../people/person.js';
import { measuredByIt } from './measured-by-it.js';

/** What decides whether figures that were counted may be replaced by others. */
export interface CountReplacement {
  /** Whether the corrector owns the service, or is paid by what is measured on it. */
  isMeasured: boolean;
  /** A closed period that counted the figures, such as 2026-02. */
  closedPeriod: string | null;
  reason: string | null;
}

/**
 * Other counts are another figure: nobody corrects the one that they are measured by, and a closed period changes by
 * an exclusion only, on which a second person decides.
 *
 * @returns The reason.
 * @throws {DomainError} When somebody else has to correct it, the time has to be left out by an exclusion, or the reason
 *   is missing.
 */
export function assertMayReplaceCounts({ isMeasured, closedPeriod, reason }: CountReplacement): string {
  if (isMeasured) throw measuredByIt('correct its counts');
  if (closedPeriod)
    throw new DomainError(
      'PERIOD_CLOSED',
      `${closedPeriod} is closed and counted these figures; propose an exclusion, on which a second person decides.`,
    );
  return reasonOf(reason ?? '');
}
