import { type ApprovalRule, DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';

const KNOWN = `
  SELECT 'team' AS kind, slug FROM team WHERE slug = ANY ($1::text[]) AND ended_at IS NULL
  UNION ALL SELECT 'unit', slug FROM business_unit WHERE slug = ANY ($1::text[]) AND ended_at IS NULL`;

/**
 * A stage of a team that is not there asks nobody, and so nobody could order.
 *
 * @throws {DomainError} `UNKNOWN_TEAM` or `UNKNOWN_UNIT`, with the path.
 */
export async function assertNamedInApproval(
  tx: EntityManager,
  { stages, automatic }: ApprovalRule,
  path: readonly string[],
): Promise<void> {
  const named = [
    ...stages.flatMap(({ from }, i) =>
      from.flatMap((source, j) =>
        source.kind === 'team'
          ? { kind: 'team', slug: source.team, field: [...path, 'stages', String(i), 'from', String(j), 'team'] }
          : [],
      ),
    ),
    ...automatic.flatMap(({ when }, i) =>
      (when.entitledUnits ?? []).map((slug, j) => {
        return { kind: 'unit', slug, field: [...path, 'automatic', String(i), 'when', 'entitledUnits', String(j)] };
      }),
    ),
  ];
  if (named.length === 0) return;
  const known: { kind: string; slug: string }[] = await tx.query(KNOWN, [named.map(({ slug }) => slug)]);
  const missing = named.find(({ kind, slug }) => !known.some((one) => one.kind === kind && one.slug === slug));
  if (!missing) return;
  const { kind, slug, field } = missing;
  const code = kind === 'team' ? 'UNKNOWN_TEAM' : 'UNKNOWN_UNIT';
  throw new DomainError(code, `There is no ${kind} "${slug}", or it has ended.`, field);
}
