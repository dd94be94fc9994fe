import { DomainError } from '../domain-error.js';
import { assertForward, assertText, type RecordedTime } from './recorded-time.js';

/** So many annotations of one commitment stand at once; who wants more ends some. */
export const MOST_ANNOTATIONS = 500;

/** What somebody wrote at an instant (no end), or over a stretch of time, of a commitment. */
export interface NewAnnotation extends RecordedTime {
  words: string;
}

/**
 * @param standing How many of the commitment stand already.
 * @throws {DomainError} `BLANK`; `REVERSED`; `TOO_MANY`
 */
export function assertAnnotation({ from, to, words }: NewAnnotation, standing: number): void {
  assertText(words, 'words');
  assertForward({ from, to });
  if (standing < MOST_ANNOTATIONS) return;
  throw new DomainError('TOO_MANY', `${MOST_ANNOTATIONS} annotations stand on this commitment; end some first.`);
}
