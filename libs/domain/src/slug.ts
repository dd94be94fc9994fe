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
