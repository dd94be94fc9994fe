import { canSeeProvider, DomainError } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';

/** What is decided about a provider is decided one after the other: its scorecard, and what is frozen of it. */
export async function lockProvider(tx: EntityManager, id: string): Promise<{ endedAt: Date | null } | null> {
  const sql = 'SELECT ended_at AS "endedAt" FROM provider WHERE id = $1 FOR NO KEY UPDATE';
  const [provider]: { endedAt: Date | null }[] = isUUID(id) ? await tx.query(sql, [id]) : [];
  return provider ?? null;
}

/** @throws {DomainError} When there is none that the viewer may know of, or it has ended. */
export async function lockActiveProvider(tx: EntityManager, { viewer }: Act, id: string): Promise<void> {
  const provider = canSeeProvider(viewer, id) ? await lockProvider(tx, id) : null;
  if (!provider) throw new DomainError('NOT_FOUND', 'There is no such provider.', ['providerId']);
  if (provider.endedAt) throw new DomainError('PROVIDER_ENDED', 'This provider has ended.', ['providerId']);
}
