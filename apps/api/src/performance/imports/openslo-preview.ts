import { DomainError, openSloTerms, readOpenSlo, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { assertOpenSloAtHand } from '../../agreements/openslo/openslo-at-hand.js';
import type { Preview } from './import-previews.js';
import { differencesIn } from './openslo-problems.js';

const SHOWN_DOCUMENTS = 20;

/** The documents of a file, the promises that they come to, and all that is not judged by. */
export async function previewOpenSlo(manager: EntityManager, viewer: Viewer, text: string): Promise<Preview> {
  const file = readOpenSlo(text);
  const terms = openSloTerms(file);
  const shown = file.documents.slice(0, SHOWN_DOCUMENTS);
  return {
    headers: ['kind', 'name'],
    rows: shown.map(({ kind, name }) => [kind, name]),
    lines: shown.map((_, index) => index + 1),
    mapped: shown.map(({ kind, name }, i) => {
      const { commitments } = terms.entries[i]!;
      const document = { name: 'document', value: `${kind} ${name}`, unit: 'text' };
      if (commitments.length === 0) return [document];
      const list = (values: readonly string[]) => values.join(', ');
      return [
        document,
        { name: 'commitment', value: list(commitments.map(({ name: each }) => each)), unit: 'text' },
        { name: 'target', value: list(commitments.map(({ promise }) => `${promise.target}%`)), unit: 'text' },
      ];
    }),
    problems: differencesIn(file, terms),
    nothingUnderstood: await assertOpenSloAtHand(manager, viewer, terms).then(() => null, sentenceOf),
  };
}

function sentenceOf(refusal: unknown): string {
  if (refusal instanceof DomainError) return refusal.message;
  throw refusal;
}
