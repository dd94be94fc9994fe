import { AGREEMENT_KINDS, type AgreementKind } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Parameters } from '../platform/database/parameters.js';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { pageSize, readCursor, toConnection } from '../platform/graphql/page.js';
import { AgreementEntity } from './agreement.entity.js';
import { visibleAgreements } from './visible-agreements.js';

export interface AgreementListRequest {
  search: string | null;
  kinds: readonly AgreementKind[] | null;
  first: number;
  after: string | null;
}

/** Agreements that the viewer may see, by name: a page, how many there are, and how many of each kind. */
export async function agreementList(manager: EntityManager, { viewer }: Act, request: AgreementListRequest) {
  const { search, kinds, first, after } = request;
  const size = pageSize(first);
  const found = (parameters: Parameters) =>
    `${visibleAgreements(viewer, parameters)} AND ${matches(search, parameters)}`;

  const page = new Parameters();
  const rows: { id: string; name: string }[] = await manager.query(
    `SELECT a.id, a.name FROM agreement a
     WHERE ${found(page)} AND ${kinds?.length ? `a.kind = ANY (${page.add(kinds)}::text[])` : 'true'} AND ${beyond(after, page)}
     ORDER BY a.name COLLATE "und-x-icu", a.id LIMIT ${page.add(size + 1)}`,
    page.values,
  );
  const all = new Parameters();
  const counts: { kind: AgreementKind; count: number }[] = await manager.query(
    `SELECT a.kind, count(*)::int AS count FROM agreement a WHERE ${found(all)} GROUP BY a.kind`,
    all.values,
  );
  const ids = rows.map(({ id }) => id);
  const agreements = inOrderOf(ids, await manager.findBy(AgreementEntity, { id: In(ids) }), ({ id }) => id);
  const wanted = counts.filter(({ kind }) => !kinds?.length || kinds.includes(kind));
  return {
    ...toConnection(agreements as AgreementEntity[], size, ({ name, id }) => [name, id]),
    totalCount: wanted.reduce((sum, { count }) => sum + count, 0),
    facets: [{ name: 'kind', values: facetValues(counts) }],
  };
}

function matches(search: string | null, parameters: Parameters): string {
  if (!search?.trim()) return 'true';
  const pattern = parameters.add(`%${search.trim().replace(/[\\%_]/g, '\\$&')}%`);
  const ofProvider = `a.provider_id IN (SELECT p.id FROM provider p WHERE p.name ILIKE ${pattern})`;
  return `(a.name ILIKE ${pattern} OR a.slug ILIKE ${pattern} OR ${ofProvider})`;
}

function beyond(after: string | null, parameters: Parameters): string {
  if (!after) return 'true';
  const [name, id] = readCursor(after, ['text', 'uuid']);
  return `(a.name COLLATE "und-x-icu", a.id) > (${parameters.add(name)}::text COLLATE "und-x-icu", ${parameters.add(id)}::uuid)`;
}

function facetValues(counts: readonly { kind: AgreementKind; count: number }[]) {
  return AGREEMENT_KINDS.flatMap((kind) => {
    const count = counts.find((row) => row.kind === kind)?.count ?? 0;
    return count === 0 ? [] : [{ value: kind.toUpperCase(), label: kind.toUpperCase(), count }];
  });
}
