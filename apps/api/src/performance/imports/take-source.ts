import { DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';
import { SourceEntity } from '../ledger/source.entity.js';
import { mergeTouched } from './advance.js';
import type { ImportRunEntity, TouchedSince } from './import-run.entity.js';
import { sourceSlug } from './source-slug.js';

/**
 * The source of a run, made when it is the first. What earlier imports of the source stored but, having died, never
 * judged is taken over: their rows are known now, and nobody else would judge them.
 */
export async function takeSource(
  tx: EntityManager,
  run: ImportRunEntity,
  at: Date,
): Promise<{ sourceId: string; touched: TouchedSince | null }> {
  const source = await sourceOf(tx, run, at);
  const [left]: [{ touched: TouchedSince }[], number] = await tx.query(
    'UPDATE import_run SET touched = NULL WHERE source_id = $1 AND id <> $2 AND touched IS NOT NULL RETURNING touched',
    [source.id, run.id],
  );
  return { sourceId: source.id, touched: left.map(({ touched }) => touched).reduce(mergeTouched, run.touched) };
}

async function sourceOf(
  tx: EntityManager,
  { kind, sourceName: name }: ImportRunEntity,
  at: Date,
): Promise<SourceEntity> {
  const slug = sourceSlug(name);
  const known = await tx.findOneBy(SourceEntity, { slug });
  if (!known)
    return tx.save(tx.create(SourceEntity, { id: uuidv7(at), slug, name, kind, lastSeenAt: null, quietMinutes: null }));
  assertKind(known, kind);
  return known;
}

/** @throws {DomainError} When the source has brought something else so far. */
export function assertKind({ name, kind }: SourceEntity, wanted: SourceEntity['kind']): void {
  if (kind === wanted) return;
  throw new DomainError('OTHER_SOURCE', `${name} is a source of ${kind}; give the source another name.`, [
    'sourceName',
  ]);
}
