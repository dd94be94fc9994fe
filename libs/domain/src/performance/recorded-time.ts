import { DomainError } from '../domain-error.js';

/** A stretch of time as a person entered it; no end = it lasts. */
export interface RecordedTime {
  from: Date;
  to: Date | null;
}

/** @throws {DomainError} When the time ends before it begins, or is empty. */
export function assertForward({ from, to }: RecordedTime): void {
  if (to === null || from < to) return;
  throw new DomainError('REVERSED', 'The end must lie after the beginning.', ['to']);
}

/** @throws {DomainError} When something is said to have begun, or ended, after now. */
export function assertHappened({ from, to }: RecordedTime, at: Date): void {
  if (from > at) throw new DomainError('IN_THE_FUTURE', 'It cannot have begun in the future.', ['from']);
  if (to && to > at)
    throw new DomainError('IN_THE_FUTURE', 'It cannot have ended in the future; leave the end open.', ['to']);
}

/** How long ahead people are told of maintenance: a working day at least. */
export const MAINTENANCE_NOTICE_HOURS = 24;

/**
 * Maintenance is planned: people are told ahead, and it is no name for an outage that runs. Any other time is left out by
 * an exclusion only.
 *
 * @param running The outage of the service that runs now.
 * @throws {DomainError} `TOO_LATE`; `OUTAGE_RUNS`
 */
export function assertPlanned({ from }: RecordedTime, running: { readonly from: Date } | undefined, at: Date): void {
  const exclusion = 'for other time, once it has passed, propose an exclusion, on which a second person decides.';
  if (from.getTime() < at.getTime() + MAINTENANCE_NOTICE_HOURS * 3_600_000) {
    const sentence = `Maintenance is announced ${MAINTENANCE_NOTICE_HOURS} hours ahead; ${exclusion}`;
    throw new DomainError('TOO_LATE', sentence, ['from']);
  }
  if (running) {
    const sentence = `An outage runs since ${printed(running.from)}: maintenance is announced once it is over; ${exclusion}`;
    throw new DomainError('OUTAGE_RUNS', sentence, ['serviceId']);
  }
}

/**
 * An exclusion is about what happened; nobody can know yet whether the time to come has to be left out.
 *
 * @throws {DomainError} `IN_THE_FUTURE`
 */
export function assertPassed({ from, to }: { from: Date; to: Date }, at: Date): void {
  if (to <= at) return;
  const sentence = `Only time that has passed is excluded: announce planned work as maintenance, ${MAINTENANCE_NOTICE_HOURS} hours ahead, and propose an exclusion once anything else has happened.`;
  throw new DomainError('IN_THE_FUTURE', sentence, [from > at ? 'from' : 'to']);
}

const OLDEST_OUTAGE_MONTHS = 13;

/** @throws {DomainError} When an outage is said to have begun more than 13 months ago: hardly more than a wrong year. */
export function assertRecent({ from }: Pick<RecordedTime, 'from'>, at: Date): void {
  const oldest = new Date(at);
  oldest.setUTCMonth(oldest.getUTCMonth() - OLDEST_OUTAGE_MONTHS);
  if (from >= oldest) return;
  const sentence = `An outage is recorded within ${OLDEST_OUTAGE_MONTHS} months of its beginning; look at the year.`;
  throw new DomainError('TOO_OLD', sentence, ['from']);
}

const LONGEST_MAINTENANCE_DAYS = 7;

/** @throws {DomainError} When one maintenance takes more than 7 days: a service that is off for longer is not maintained. */
export function assertMaintenanceLength({ from, to }: { from: Date; to: Date }): void {
  if (to.getTime() - from.getTime() <= LONGEST_MAINTENANCE_DAYS * 86_400_000) return;
  throw new DomainError('TOO_LONG', `One maintenance lasts at most ${LONGEST_MAINTENANCE_DAYS} days.`, ['to']);
}

/**
 * @param what Name of the thing for people with its article, such as `an outage`.
 * @throws {DomainError} When another one of the same kind shares time with it.
 */
export function assertFree(what: string, other: RecordedTime | undefined): void {
  if (!other) return;
  const end = other.to ? `to ${printed(other.to)}` : 'on, and has not ended';
  throw new DomainError('OVERLAP', `It overlaps ${what} recorded from ${printed(other.from)} ${end}.`, ['from']);
}

const printed = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** @throws {DomainError} When a text that has to say something is blank. */
export function assertText(text: string, field: string): void {
  if (!text.trim()) throw new DomainError('BLANK', 'Say something here.', [field]);
}

/** @throws {DomainError} When there are more good events than all. */
export function assertCounts(good: number, total: number): void {
  if (good < 0 || total < 0) throw new DomainError('NEGATIVE', 'Counts are 0 or more.', [good < 0 ? 'good' : 'total']);
  if (good > total) throw new DomainError('MORE_THAN_ALL', 'There cannot be more good events than all.', ['good']);
}
