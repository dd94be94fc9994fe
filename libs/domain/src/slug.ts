import { DomainError } from './domain-error.js';

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A slug is how people see and share one of a noun: unique for the noun, and never used again.
 *
 * @throws {DomainError} `INVALID_SLUG`
 */
export function assertSlug(slug: string): void {
  if (SLUG.test(slug) && slug.length <= 80) return;
  const sentence = 'A slug has small letters, digits and single hyphens between them, 80 characters at most.';
  throw new DomainError('INVALID_SLUG', sentence, ['slug']);
}

/** A slug out of any words: `NCHC (Taiwan Computing Cloud)` → `nchc-taiwan-computing-cloud`. */
export function slugFrom(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
