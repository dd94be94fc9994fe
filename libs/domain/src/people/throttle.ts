import { DomainError } from '../domain-error.js';

const MINUTE_MS = 60_000;

/** How attempts on one account, or from one address, are slowed down. */
export interface Throttle {
  /** Failures that cost nothing. */
  readonly freeFailures: number;
  /** The wait after the next one; it doubles with every further failure. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Time that makes up for one failure. */
  readonly forgivenEveryMs: number;
}

export const ACCOUNT_THROTTLE: Throttle = {
  freeFailures: 4,
  firstWaitMs: 15_000,
  longestWaitMs: 15 * MINUTE_MS,
  forgivenEveryMs: 60 * MINUTE_MS,
};

/** Looser, because a whole office may share one address. */
export const ADDRESS_THROTTLE: Throttle = { ...ACCOUNT_THROTTLE, freeFailures: 60, forgivenEveryMs: MINUTE_MS };

/** Failures that are not forgiven yet, and until when forgiving has been counted. */
export interface Attempts {
  readonly failures: number;
  readonly forgivenAt: Date;
  readonly blockedUntil: Date | null;
}

/**
 * Counts an attempt as failed before it is checked, so that parallel guesses cannot slip through;
 * a success takes it back.
 *
 * @throws {DomainError} While the wait of earlier failures lasts; the sentence says for how long.
 */
export function countAttempt(known: Attempts | null, throttle: Throttle, at: Date): Attempts {
  if (known) assertNotBlocked(known, at);
  const kept = known ? forgive(known, throttle, at) : { failures: 0, forgivenAt: at };
  const failures = kept.failures + 1;
  return { failures, forgivenAt: kept.forgivenAt, blockedUntil: blockedUntil(failures, throttle, at) };
}

function forgive({ failures, forgivenAt }: Attempts, { forgivenEveryMs }: Throttle, at: Date) {
  const forgiven = Math.floor((at.getTime() - forgivenAt.getTime()) / forgivenEveryMs);
  if (forgiven >= failures) return { failures: 0, forgivenAt: at };
  return { failures: failures - forgiven, forgivenAt: new Date(forgivenAt.getTime() + forgiven * forgivenEveryMs) };
}

function assertNotBlocked({ blockedUntil }: Attempts, at: Date): void {
  if (!blockedUntil || blockedUntil <= at) return;
  const seconds = Math.ceil((blockedUntil.getTime() - at.getTime()) / 1000);
  const wait = seconds < 120 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} minutes`;
  const until = blockedUntil.toISOString().slice(11, 19);
  throw new DomainError('TOO_MANY_ATTEMPTS', `Too many failed attempts. Try again in ${wait}, after ${until} UTC.`);
}

function blockedUntil(failures: number, { freeFailures, firstWaitMs, longestWaitMs }: Throttle, at: Date): Date | null {
  const paid = failures - freeFailures;
  if (paid <= 0) return null;
  return new Date(at.getTime() + Math.min(firstWaitMs * 2 ** (paid - 1), longestWaitMs));
}
