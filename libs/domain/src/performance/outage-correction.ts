import { DomainError } from '../domain-error.js';
import { measuredByIt } from './measured-by-it.js';
import type { RecordedTime } from './recorded-time.js';

/** Time that counted as downtime until somebody corrected it. */
export interface RelievedTime {
  from: Date;
  to: Date;
}

/**
 * What a correction takes away from the downtime of an outage, in order of time; empty when it takes nothing. To say
 * for the first time when an outage ended is no correction.
 *
 * @param after null = it was recorded by mistake, and no time of it counts.
 * @param at Now: so far an outage counts that has not ended.
 */
export function relievedTime(before: RecordedTime, after: RecordedTime | null, at: Date): RelievedTime[] {
  const end = before.to ?? (after ? later(before.from, after.to ?? at) : at);
  if (!after) return pieces([before.from, end]);
  return pieces([before.from, earlier(end, after.from)], [after.to ? later(before.from, after.to) : end, end]);
}

/**
 * What a correction takes away from the downtime that was counted: as `relievedTime`, and an outage that had not ended
 * was counted until now.
 */
export function uncountedTime(before: RecordedTime, after: RecordedTime | null, at: Date): RelievedTime[] {
  return relievedTime({ ...before, to: before.to ?? later(before.from, at) }, after, at);
}

/** What decides whether an outage may be corrected to less downtime. */
export interface OutageCorrection {
  /** Whether the corrector is measured by a figure that counts the time. */
  isMeasured: boolean;
  /** A closed period that counted some of the time, such as 2026-02. */
  closedPeriod: string | null;
}

/**
 * Less downtime is a better figure: nobody betters the figure that they are measured by, and a closed period changes by
 * an exclusion only, on which a second person decides.
 *
 * @throws {DomainError} When somebody else has to correct it, or time has to be left out by an exclusion.
 */
export function assertMayRelieve({ isMeasured, closedPeriod }: OutageCorrection): void {
  if (isMeasured) throw measuredByIt('take downtime away');
  if (closedPeriod)
    throw new DomainError(
      'PERIOD_CLOSED',
      `${closedPeriod} is closed and counted this time; propose an exclusion, on which a second person decides.`,
    );
}

const pieces = (...stretches: readonly (readonly [Date, Date])[]): RelievedTime[] =>
  stretches.filter(([from, to]) => from < to).map(([from, to]) => ({ from, to }));

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
const later = (a: Date, b: Date): Date => (a > b ? a : b);
