import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody can guess, fit for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What of a secret may be stored. No salt or cost is needed: nobody tries out 256 random bits. */
export function fingerprint(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
