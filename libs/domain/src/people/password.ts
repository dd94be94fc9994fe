import { DomainError } from '../domain-error.js';

export const SHORTEST_PASSWORD = 12;
/** Long enough for any passphrase; bounds the work of hashing. */
export const LONGEST_PASSWORD = 256;

/**
 * Length is what counts, so no rule about kinds of characters.
 *
 * @throws {DomainError} When the password is too short, too long, or the e-mail address itself.
 */
export function assertGoodPassword(password: string, email: string, field: readonly string[] = ['password']): void {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    throw new DomainError('PASSWORD_TOO_SHORT', `A password needs at least ${SHORTEST_PASSWORD} characters.`, field);
  }
  if (length > LONGEST_PASSWORD) {
    throw new DomainError('PASSWORD_TOO_LONG', `A password has at most ${LONGEST_PASSWORD} characters.`, field);
  }
  if (password.toLowerCase() === email.toLowerCase() || new Set(password).size < 3) {
    throw new DomainError('PASSWORD_TOO_SIMPLE', 'This password is too easy to guess; choose another one.', field);
  }
}
