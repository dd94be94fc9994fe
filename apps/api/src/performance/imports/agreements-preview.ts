import { DomainError, isOpenSlo, type PublishedTerms, publishedTerms, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { readPublishedEntry, readPublishedFile } from '../../agreements/import/published-file.js';
import { assertServiceAtHand, knownServices } from '../../agreements/import/service-at-hand.js';
import type { Preview } from './import-previews.js';
import { previewOpenSlo } from './openslo-preview.js';
import { readTerms } from './read-terms.js';
import type { RowProblem } from './sort-records.js';

const SHOWN_ENTRIES = 20;
const HEADERS = ['id', 'provider', 'service', 'indicator', 'target'] as const;

export async function previewAgreements(manager: EntityManager, viewer: Viewer, path: string): Promise<Preview> {
  const text = await readTerms(path);
  return isOpenSlo(text) ? previewOpenSlo(manager, viewer, text) : previewPublished(manager, viewer, text);
}

/** The first entries of published terms, the promises that they come to, and every entry that will be refused. */
async function previewPublished(manager: EntityManager, viewer: Viewer, text: string): Promise<Preview> {
  const { entries } = readPublishedFile(text);
  const read = entries.map(termsOf);
  const known = await knownServices(
    manager,
    read.flatMap((terms) => (terms instanceof DomainError ? [] : [terms.service.slug])),
  );
  const problems = read.flatMap((terms, index): RowProblem[] => {
    const refusal = terms instanceof DomainError ? terms : refusalOf(() => assertServiceAtHand(viewer, terms, known));
    if (!refusal) return [];
    return [{ line: index + 1, column: refusal.field?.join('.') ?? null, value: null, reason: refusal.message }];
  });
  return {
    headers: [...HEADERS],
    rows: entries.slice(0, SHOWN_ENTRIES).map(cellsOf),
    lines: entries.slice(0, SHOWN_ENTRIES).map((_, index) => index + 1),
    mapped: read.slice(0, SHOWN_ENTRIES).map((terms) => (terms instanceof DomainError ? [] : promised(terms))),
    problems,
    nothingUnderstood: null,
  };
}

const cellsOf = (entry: unknown): string[] =>
  HEADERS.map((name) => String((entry as Partial<Record<string, unknown>> | null)?.[name] ?? ''));

const promised = ({ name, commitment, promise }: PublishedTerms) => [
  { name: 'agreement', value: name, unit: 'text' },
  { name: 'commitment', value: commitment.name, unit: 'text' },
  { name: 'target', value: promise.target, unit: 'percent' },
];

function termsOf(entry: unknown): PublishedTerms | DomainError {
  try {
    return publishedTerms(readPublishedEntry(entry));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function refusalOf(check: () => void): DomainError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
