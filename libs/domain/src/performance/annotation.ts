import { DomainError } from '../domain-error.js';
import { assertForward, assertText, type RecordedTime } from './recorded-time.js';

/** So many annotations of one commitment stand at once; who wants more ends some. */
export const MOST_ANNOTATIONS = 500;

/** What somebody wrote at an instant (no end), or over a stretch of time, of a commitment. */
export interface NewAnnotation extends RecordedTime {
  words: string;
}

const YEAR_MS = 366 * 86_400_000;

/** Where somebody writes, and when. */
export interface AnnotatedCommitment {
  /** How many annotations stand on it already. */
  standing: number;
  /** When its first promise began; null while nothing is promised. */
  since: Date | null;
  at: Date;
}

/**
 * On time that is measured, or will be soon.
 * @throws {DomainError} `BLANK`; `REVERSED`; `NOT_MEASURED`; `TOO_MANY`
 */
export function assertAnnotation(
  { from, to, words }: NewAnnotation,
  { standing, since, at }: AnnotatedCommitment,
): void {
  assertText(words, 'words');
  assertForward({ from, to });
  const latest = new Date(at.getTime() + YEAR_MS);
  const isOutside = (instant: Date) => instant > latest || (since !== null && instant < since);
  if (isOutside(from) || (to && isOutside(to)))
    throw new DomainError(
      'NOT_MEASURED',
      'The time must lie between the beginning of the first promise and a year from now.',
      [isOutside(from) ? 'from' : 'to'],
    );
  if (standing < MOST_ANNOTATIONS) return;
  throw new DomainError('TOO_MANY', `${MOST_ANNOTATIONS} annotations stand on this commitment; end some first.`);
}
