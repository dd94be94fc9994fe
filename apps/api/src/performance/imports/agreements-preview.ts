import { DomainError, publishedTerms } from '@accord/domain';
import { readPublishedEntry } from '../../agreements/import/published-file.js';
import type { Preview } from './import-previews.js';
import { readTerms } from './read-terms.js';

const SHOWN_ENTRIES = 20;
const HEADERS = ['id', 'provider', 'service', 'indicator', 'target'] as const;

/** The first entries of published terms, and the promises that they come to. */
export async function previewAgreements(path: string): Promise<Preview> {
  const { entries } = await readTerms(path);
  const preview: Preview = { headers: [...HEADERS], rows: [], mapped: [], problems: [] };
  for (const [index, entry] of entries.slice(0, SHOWN_ENTRIES).entries()) {
    preview.rows.push(HEADERS.map((name) => String((entry as Partial<Record<string, unknown>> | null)?.[name] ?? '')));
    preview.mapped.push([]);
    try {
      const { name, commitment, promise } = publishedTerms(readPublishedEntry(entry));
      preview.mapped[index]!.push(
        { name: 'agreement', value: name, unit: 'text' },
        { name: 'commitment', value: commitment.name, unit: 'text' },
        { name: 'target', value: promise.target, unit: 'percent' },
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      preview.problems.push({
        line: index + 1,
        column: error.field?.join('.') ?? null,
        value: null,
        reason: error.message,
      });
    }
  }
  return preview;
}
