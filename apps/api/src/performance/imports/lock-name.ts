import type { ImportRunEntity } from './import-run.entity.js';
import { sourceSlug } from './source-slug.js';

/** What only one import at a time may hold: its source, or all agreements. */
export function lockNameOf({ kind, sourceName }: Pick<ImportRunEntity, 'kind' | 'sourceName'>): string {
  return kind === 'agreements' ? 'agreements' : `source ${sourceSlug(sourceName)}`;
}
