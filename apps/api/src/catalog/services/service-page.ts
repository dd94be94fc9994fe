import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { readCursor } from '../../platform/graphql/page.js';
import { ordersNearby } from '../popularity/orders-nearby.js';
import { searchWords } from './search-words.js';
import type { ServiceSort } from './service-filter.input.js';
import { archetypeColumn, filterConditions, foundServices, type ServiceQuestion } from './service-rows.js';

export interface PageRow {
  id: string;
  /** What the list is sorted by; exact, so that a cursor finds its place again. */
  place: unknown[];
}

/** Names count most, then synonyms, outcomes, descriptions (`ts_rank` wants them the other way round). */
const WEIGHTS = `'{0.1, 0.3, 0.7, 1}'`;
const NAME = `name COLLATE "und-x-icu"`;

/** Ids of a page, one more than asked for when there are more. One statement; without a search the name index gives the order. */
export async function readPage(
  manager: EntityManager,
  question: ServiceQuestion,
  { sort, size, after }: { sort: ServiceSort; size: number; after?: string | null },
): Promise<PageRow[]> {
  const parameters = new Parameters();
  const { from, where } = foundServices(question, parameters);
  const archetype = question.filter.archetypes?.length ? archetypeColumn(question, parameters) : 'null';
  const filters = Object.values(filterConditions(question, archetype, parameters)).filter(
    (filter) => filter !== 'true',
  );
  const isSearch = sort === 'relevance' && Boolean(searchWords(question.filter.search)?.length);
  const ranked = isSearch || sort === 'mostUsed';
  const order = ranked ? `rank DESC, ${NAME}, id` : `${NAME}, id`;
  const rank = isSearch ? rankOf(question, parameters) : ranked ? 'coalesce(nearby.orders, 0)::numeric' : '0';
  const used =
    sort === 'mostUsed' ? ` LEFT JOIN (${nearbyOf(question, parameters)}) nearby ON nearby.service_id = s.id` : '';
  const rows: { id: string; name: string; rank: string }[] = await manager.query(
    `SELECT id, name, rank FROM (
       SELECT s.id, s.name, ${rank} AS rank FROM ${from}${used} WHERE ${[where, ...filters].join(' AND ')}
     ) s
     WHERE ${behind(after, ranked, parameters)}
     ORDER BY ${order} LIMIT ${parameters.add(size + 1)}`,
    parameters.values,
  );
  return rows.map(({ id, name, rank }) => ({ id, place: ranked ? [rank, name, id] : [name, id] }));
}

/** How well the words fit where they stand, and how near the name comes to the whole search, typos included. */
function rankOf({ filter }: ServiceQuestion, parameters: Parameters): string {
  const words = parameters.add([...new Set(searchWords(filter.search)?.flat())]);
  const search = `lower(unaccent(${parameters.add(filter.search?.trim())}))`;
  return `(ts_rank(${WEIGHTS}, s.search, services_query(${words}::text[])) + word_similarity(${search}, lower(unaccent(s.name))))::numeric(9, 6)`;
}

const nearbyOf = ({ viewer, archetypes }: ServiceQuestion, parameters: Parameters) =>
  ordersNearby(viewer, archetypes.day, parameters);

function behind(after: string | null | undefined, ranked: boolean, parameters: Parameters): string {
  if (!after) return 'true';
  const kinds = ranked ? (['decimal', 'text', 'uuid'] as const) : (['text', 'uuid'] as const);
  const values = readCursor(after, kinds).map((value) => parameters.add(value));
  const [id, name, rank] = values.reverse();
  const place = `${name}::text COLLATE "und-x-icu", ${id}::uuid`;
  return ranked ? `(-rank, ${NAME}, id) > (-${rank}::numeric, ${place})` : `(${NAME}, id) > (${place})`;
}
