import { PROVIDER_KINDS, type ProviderKind, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Parameters } from '../platform/database/parameters.js';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { pageSize, readCursor, toConnection } from '../platform/graphql/page.js';
import { ProviderEntity } from './provider.entity.js';
import type { ProviderFilter, ProviderSort } from './provider.input.js';
import { standings } from './standings.js';
import { visibleProviders } from './visible-providers.js';

export interface ProviderListArgs {
  filter?: ProviderFilter | null;
  sort: ProviderSort;
  first: number;
  after?: string | null;
}

/** Providers that the viewer may know: a page, how many there are, and how many of each kind. */
export async function providerList(manager: EntityManager, act: Act, { filter, sort, first, after }: ProviderListArgs) {
  const size = pageSize(first);
  const rows = await readPage(manager, act, filter ?? {}, { sort, size, after });
  const counts = await readCounts(manager, act, filter ?? {});
  const ids = rows.map(({ id }) => id);
  const providers = inOrderOf(ids, await manager.findBy(ProviderEntity, { id: In(ids) }), ({ id }) => id);
  const page = toConnection(rows, size, ({ missed, name, id }) => [missed, name, id]);
  const wanted = counts.filter(({ kind }) => !filter?.kinds?.length || filter.kinds.includes(kind));
  return {
    edges: page.edges.map(({ cursor }, place) => ({ cursor, node: providers[place]! })),
    pageInfo: page.pageInfo,
    totalCount: wanted.reduce((sum, { count }) => sum + count, 0),
    facets: [{ name: 'kind', values: facetValues(counts) }],
  };
}

/** One more than asked for when there are more. */
async function readPage(
  manager: EntityManager,
  { viewer }: Act,
  filter: ProviderFilter,
  { sort, size, after }: { sort: ProviderSort; size: number; after?: string | null },
): Promise<{ id: string; name: string; missed: number }[]> {
  const parameters = new Parameters();
  const kinds = filter.kinds?.length ? `p.kind = ANY (${parameters.add(filter.kinds)}::text[])` : 'true';
  const [missed, joined] =
    sort === 'missed' ? ['coalesce(standing.count, 0)', missedJoin(viewer, parameters)] : ['0', ''];
  return manager.query(
    `SELECT id, name, missed FROM (
       SELECT p.id, p.name, ${missed} AS missed FROM provider p ${joined}
        WHERE ${found(viewer, filter, parameters)} AND ${kinds}
     ) p
     WHERE ${behind(after, parameters)}
     ORDER BY missed DESC, name COLLATE "und-x-icu", id LIMIT ${parameters.add(size + 1)}`,
    parameters.values,
  );
}

function missedJoin(viewer: Viewer, parameters: Parameters): string {
  return `LEFT JOIN (${standings(viewer, parameters)}) standing ON standing.provider_id = p.id AND standing.verdict = 'missed'`;
}

function readCounts(
  manager: EntityManager,
  { viewer }: Act,
  filter: ProviderFilter,
): Promise<{ kind: ProviderKind; count: number }[]> {
  const parameters = new Parameters();
  return manager.query(
    `SELECT p.kind, count(*)::int AS count FROM provider p WHERE ${found(viewer, filter, parameters)} GROUP BY p.kind`,
    parameters.values,
  );
}

/** By part of the name, or by a name that is near it. */
function found(viewer: Viewer, { search, ended }: ProviderFilter, parameters: Parameters): string {
  const conditions = [visibleProviders(viewer, parameters), ...(ended ? [] : ['p.ended_at IS NULL'])];
  if (search?.trim()) {
    const [sought, name] = [`lower(unaccent(${parameters.add(search.trim())}))`, 'lower(unaccent(p.name))'];
    conditions.push(`(position(${sought} IN ${name}) > 0 OR word_similarity(${sought}, ${name}) >= 0.45)`);
  }
  return conditions.join(' AND ');
}

function behind(after: string | null | undefined, parameters: Parameters): string {
  if (!after) return 'true';
  const [missed, name, id] = readCursor(after, ['integer', 'text', 'uuid']).map((value) => parameters.add(value));
  return `(-missed, name COLLATE "und-x-icu", id) > (-${missed}::bigint, ${name}::text COLLATE "und-x-icu", ${id}::uuid)`;
}

function facetValues(counts: readonly { kind: ProviderKind; count: number }[]) {
  const labels = { internal: 'Internal', external: 'External' };
  return PROVIDER_KINDS.flatMap((kind) => {
    const count = counts.find((row) => row.kind === kind)?.count;
    return count ? [{ value: kind.toUpperCase(), label: labels[kind], count }] : [];
  });
}
