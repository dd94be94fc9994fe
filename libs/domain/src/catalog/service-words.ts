import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { parseWith } from '../parse-with.js';
import { SLUG } from '../slug.js';
import type { Lifecycle } from './lifecycle.js';

/** What customers read of a service beside its plans. Other services are named by their slugs. */
export interface ServiceWords {
  readonly name: string;
  /** What one gets, in one plain sentence. */
  readonly outcome: string;
  readonly description: string;
  /** Other words by which it is sought. */
  readonly synonyms: readonly string[];
  /** What it rests on. */
  readonly supportingServices: readonly string[];
  /** To which it points its customers. */
  readonly relatedServices: readonly string[];
}

const NAMES = [
  'name',
  'outcome',
  'description',
  'synonyms',
  'supportingServices',
  'relatedServices',
] as const satisfies readonly (keyof ServiceWords)[];

const word = (most: number) => z.string().trim().min(1).max(most);
const distinct = (texts: readonly string[]) => [...new Set(texts.map((one) => one.trim()).filter(Boolean))];
const slugs = (most: number) =>
  z
    .array(z.string().max(80).regex(SLUG, 'has small letters, digits and single hyphens between them'))
    .max(most)
    // In which order they are written says nothing.
    .transform((named) => distinct(named).sort());

const words = z.strictObject({
  name: word(120),
  outcome: word(300),
  description: z.string().max(10_000),
  synonyms: z.array(z.string().max(80)).max(50).transform(distinct),
  supportingServices: slugs(200),
  relatedServices: slugs(20),
});

/** @throws {DomainError} `MALFORMED_DEFINITION` at the path of the first thing that is wrong. */
export function parseServiceWords(value: unknown, path: readonly string[]): ServiceWords {
  return parseWith(words, value, path, 'MALFORMED_DEFINITION');
}

/** These alone of something that says more. */
export function wordsOf({
  name,
  outcome,
  description,
  synonyms,
  supportingServices,
  relatedServices,
}: ServiceWords): ServiceWords {
  return { name, outcome, description, synonyms, supportingServices, relatedServices };
}

/**
 * Customers read nothing that a second person has not seen: until a service has a version its words are simply changed,
 * afterwards by a version.
 *
 * @param hasVersions Whether one is published, or in the making.
 * @param fieldOf How a word is called where it is changed.
 * @throws {DomainError} `IN_VERSION` on the first of the words that would change.
 */
export function assertWordsOpen(
  service: { readonly name: string; readonly lifecycle: Lifecycle },
  hasVersions: boolean,
  before: ServiceWords,
  after: ServiceWords,
  fieldOf: (name: keyof ServiceWords) => string = (name) => name,
): void {
  const isOpen = !hasVersions && (service.lifecycle === 'proposed' || service.lifecycle === 'chartered');
  const changed = NAMES.find((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (isOpen || !changed) return;
  const sentence = `What customers read of ${service.name} is part of its versions; change it in a draft, which a second person publishes.`;
  throw new DomainError('IN_VERSION', sentence, [fieldOf(changed)]);
}
