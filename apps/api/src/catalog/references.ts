import { DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** What other nouns a catalog entry may name, and how people call them. */
const NAMED = {
  ownerId: { table: 'person', code: 'UNKNOWN_PERSON', word: 'person' },
  unitId: { table: 'business_unit', code: 'UNKNOWN_UNIT', word: 'business unit' },
  providerId: { table: 'provider', code: 'UNKNOWN_PROVIDER', word: 'provider' },
} as const;

export type Reference = keyof typeof NAMED;

/** @throws {DomainError} `UNKNOWN_…` on the first field that names nobody, or somebody who has ended. */
export async function assertReferences(
  tx: EntityManager,
  named: Partial<Record<Reference, string | null>>,
): Promise<void> {
  for (const field of Object.keys(NAMED) as Reference[]) {
    const id = named[field];
    if (!id) continue;
    const { table, code, word } = NAMED[field];
    // Locked for a moment, so that it does not end while it is being named.
    const found = await tx.query(`SELECT 1 FROM ${table} WHERE id = $1 AND ended_at IS NULL FOR SHARE`, [id]);
    if (found.length === 0) throw new DomainError(code, `There is no such ${word}, or it has ended.`, [field]);
  }
}
