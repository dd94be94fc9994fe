import { DomainError } from '../../domain-error.js';

const MOST = 2000;

/** What is noted about a claim, without blanks around; null = nothing. @throws {DomainError} `NOTE_TOO_LONG` */
export function claimNote(text: string | null): string | null {
  const note = text?.trim() || null;
  if (note && note.length > MOST)
    throw new DomainError('NOTE_TOO_LONG', `A note has at most ${MOST} characters.`, ['note']);
  return note;
}

/** By what a claim was paid. @throws {DomainError} When nothing is noted, or too much. */
export function paymentNote(text: string): string {
  const note = claimNote(text);
  if (!note) throw new DomainError('NOTE_MISSING', 'Say by what it was paid.', ['note']);
  return note;
}
