import { DomainError } from '../domain-error.js';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The form in which addresses are stored and compared. @throws {DomainError} When it is no e-mail address. */
export function emailOf(text: string): string {
  const email = comparableEmail(text);
  if (email.length > 254 || !EMAIL.test(email)) {
    throw new DomainError('EMAIL_MALFORMED', 'This is not an e-mail address.', ['email']);
  }
  return email;
}

/** The same form for an address that nobody checked, as typed at sign-in. */
export function comparableEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** @throws {DomainError} When nothing is left of the name, or it is longer than 200 characters. */
export function nameOf(text: string, field: readonly string[] = ['name']): string {
  const name = text.normalize('NFC').trim();
  if (name === '') throw new DomainError('NAME_MISSING', 'A name is needed.', field);
  if (name.length > 200) throw new DomainError('NAME_TOO_LONG', 'A name has at most 200 characters.', field);
  return name;
}

/** Where somebody works, without blanks around; null = nothing is said. @throws {DomainError} When it is too long. */
export function locationOf(text: string | null): string | null {
  const location = text?.normalize('NFC').trim() || null;
  if (location && location.length > 120)
    throw new DomainError('LOCATION_TOO_LONG', 'A location has at most 120 characters.', ['location']);
  return location;
}

/** A reason somebody can read later. @throws {DomainError} When nothing is left of it. */
export function reasonOf(text: string, field = 'reason'): string {
  const reason = text.trim();
  if (reason === '') throw new DomainError('REASON_MISSING', 'Say why.', [field]);
  if (reason.length > 2000) throw new DomainError('REASON_TOO_LONG', 'A reason has at most 2000 characters.', [field]);
  return reason;
}
