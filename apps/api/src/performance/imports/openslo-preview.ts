import { openSloTerms, readOpenSlo } from '@accord/domain';
import type { Preview } from './import-previews.js';
import { differencesIn } from './openslo-problems.js';

const SHOWN_DOCUMENTS = 20;

/** The documents of a file, the promises that they come to, and all that is not judged by. */
export function previewOpenSlo(text: string): Preview {
  const file = readOpenSlo(text);
  const terms = openSloTerms(file);
  const shown = file.documents.slice(0, SHOWN_DOCUMENTS);
  return {
    headers: ['kind', 'name'],
    rows: shown.map(({ kind, name }) => [kind, name]),
    mapped: shown.map((_, i) => {
      const { commitments } = terms.entries[i]!;
      if (commitments.length === 0) return [];
      const list = (values: readonly string[]) => values.join(', ');
      return [
        { name: 'commitment', value: list(commitments.map(({ name }) => name)), unit: 'text' },
        { name: 'target', value: list(commitments.map(({ promise }) => `${promise.target} %`)), unit: 'text' },
      ];
    }),
    problems: differencesIn(file, terms),
  };
}
