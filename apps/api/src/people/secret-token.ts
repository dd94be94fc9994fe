import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 bits that nobody can guess, fit for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What of a secret may be stored. No salt or cost is needed: nobody tries out 256 random bits. */
export function fingerprint(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Nothing in it looks like something else: no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 100 random bits that people can type. */
export function newCode(): string {
  return Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** In groups of five: ABCDE-FGHJK-… */
export function asTyped(code: string): string {
  return code.replace(/.{5}(?=.)/g, '$&-');
}
