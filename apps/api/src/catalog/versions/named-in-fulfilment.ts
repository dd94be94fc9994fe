import { DomainError, type FulfilmentTemplate } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** @throws {DomainError} `UNKNOWN_TEAM` or `UNKNOWN_WEBHOOK` for what the tasks name and is not there, with the path. */
export async function assertNamedInFulfilment(
  tx: EntityManager,
  { tasks }: FulfilmentTemplate,
  path: readonly string[],
): Promise<void> {
  const named = tasks.flatMap(({ team, webhook, undo }, i) => {
    const at = [...path, 'tasks', String(i)];
    return [
      { kind: 'team' as const, slug: team, field: [...at, 'team'] },
      { kind: 'webhook' as const, slug: webhook, field: [...at, 'webhook'] },
      { kind: 'webhook' as const, slug: undo?.webhook, field: [...at, 'undo', 'webhook'] },
    ].filter(({ slug }) => slug !== undefined);
  });
  if (named.length === 0) return;
  const slugs = named.map(({ slug }) => slug);
  const known: { kind: string; slug: string }[] = await tx.query(KNOWN, [slugs]);
  const missing = named.find(({ kind, slug }) => !known.some((one) => one.kind === kind && one.slug === slug));
  if (!missing) return;
  if (missing.kind === 'team')
    throw new DomainError('UNKNOWN_TEAM', `There is no team "${missing.slug}", or it has ended.`, missing.field);
  const sentence = `There is no webhook "${missing.slug}" that is active; an administrator adds it.`;
  throw new DomainError('UNKNOWN_WEBHOOK', sentence, missing.field);
}

const KNOWN = `
  SELECT 'team' AS kind, slug FROM team WHERE slug = ANY ($1::text[]) AND ended_at IS NULL
  UNION ALL SELECT 'webhook', slug FROM webhook WHERE slug = ANY ($1::text[]) AND state = 'active'`;
