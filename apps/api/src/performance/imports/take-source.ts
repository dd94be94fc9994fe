import { DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';
import { SourceEntity } from '../ledger/source.entity.js';
import { mergeTouched } from './advance.js';
import type { ImportRunEntity, TouchedSince } from './import-run.entity.js';
import type { StoredBatch } from './ledger.js';
import { sourceSlug } from './source-slug.js';

/**
 * The source of a run, where there is one yet. What earlier imports of the source stored but, having died, never judged is
 * taken over: their rows are known now, and nobody else would judge them.
 */
export async function takeSource(
  tx: EntityManager,
  run: ImportRunEntity,
): Promise<{ sourceId: string | null; touched: TouchedSince | null }> {
  const source = await sourceOf(tx, run);
  if (!source) return { sourceId: null, touched: run.touched };
  const [left]: [{ touched: TouchedSince }[], number] = await tx.query(
    'UPDATE import_run SET touched = NULL WHERE source_id = $1 AND id <> $2 AND touched IS NOT NULL RETURNING touched',
    [source.id, run.id],
  );
  return { sourceId: source.id, touched: left.map(({ touched }) => touched).reduce(mergeTouched, run.touched) };
}

/**
 * Stores what a run brings as its source, which is made by the first rows of it that are stored: of one that nothing was
 * stored of nothing more is awaited.
 */
export async function asSource(
  tx: EntityManager,
  run: ImportRunEntity,
  at: Date,
  store: (sourceId: string) => Promise<StoredBatch>,
): Promise<{ sourceId: string | null; stored: StoredBatch }> {
  const { sourceId, sourceName: name, kind } = run;
  if (sourceId !== null) return { sourceId, stored: await store(sourceId) };
  await tx.query('SAVEPOINT new_source');
  await tx.query(MAKE_SOURCE, [uuidv7(at), sourceSlug(name), name, kind]);
  const { id } = (await sourceOf(tx, run))!;
  const stored = await store(id);
  if (stored.stored > 0) return { sourceId: id, stored };
  await tx.query('ROLLBACK TO SAVEPOINT new_source');
  return { sourceId: null, stored };
}

const MAKE_SOURCE = `
  INSERT INTO source (id, slug, name, kind) VALUES ($1, $2, $3, $4) ON CONFLICT ON CONSTRAINT source_slug_key DO NOTHING`;

async function sourceOf(
  tx: EntityManager,
  { kind, sourceName }: Pick<ImportRunEntity, 'kind' | 'sourceName'>,
): Promise<SourceEntity | null> {
  const known = await tx.findOneBy(SourceEntity, { slug: sourceSlug(sourceName) });
  if (known) assertKind(known, kind);
  return known;
}

/** @throws {DomainError} When the source has brought something else so far. */
export function assertKind({ name, kind }: SourceEntity, wanted: SourceEntity['kind']): void {
  if (kind === wanted) return;
  throw new DomainError('OTHER_SOURCE', `${name} is a source of ${kind}; give the source another name.`, [
    'sourceName',
  ]);
}
