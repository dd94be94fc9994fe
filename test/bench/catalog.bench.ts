import { deepStrictEqual } from 'node:assert';
import type { ServiceFilter } from '@accord/api/catalog/services/service-filter.input.js';
import { readArchetypes } from '@accord/api/catalog/archetypes/archetypes-today.js';
import { readCounts } from '@accord/api/catalog/services/service-facets.js';
import { readPage } from '@accord/api/catalog/services/service-page.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import type { Viewer } from '@accord/domain';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { printRow } from './bench-row.js';
import { makeCatalogWorld } from './catalog-world.js';
import { childServer } from './child-server.js';
import { NOW } from './bench-world.js';

const [MANY, FEW] = [5000, 500];
const ROUNDS = 30;
const WARM_ROUNDS = 8;
const PAGE = 50;

/** What people look for: everything, a word, a word being typed, two words, a typo, and with facets chosen. */
const SEARCHES: ServiceFilter[] = [
  {},
  { search: 'payroll' },
  { search: 'databa' },
  { search: 'mail storage' },
  { search: 'telefony' },
  { search: 'security', lines: ['security'] },
  { lines: ['softwareSupport', 'databaseServices'] },
  { search: 'backup', archetypes: ['frontier'] },
];

/** As the client's catalog asks for it; the services of this catalog promise nothing. */
const CATALOG = `query ($filter: ServiceFilter, $sort: ServiceSort) {
  services(filter: $filter, sort: $sort, first: ${PAGE}) {
    edges { node {
      id slug name outcome lineOfService lifecycle archetype { key name } owner { id name } provider { slug name }
      viewerCanSeePrices
      plans { id name currency endedAt prices { id kind label amount per unitName tiers { upTo amount } } }
      commitments { id agreement { kind } result { period state verdict } }
    } }
    pageInfo { hasNextPage endCursor }
    totalCount
    facets { name values { value label count } }
    suggestions { id slug name outcome }
  }
}`;

/** The cards of a page by the ids of its services. */
const CARDS = `
  SELECT json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'outcome', s.outcome, 'line', s.line_of_service,
    'lifecycle', s.lifecycle, 'owner', json_build_object('id', o.id, 'name', o.name),
    'provider', json_build_object('slug', p.slug, 'name', p.name),
    'plans', (SELECT json_agg(json_build_object('id', l.id, 'name', l.name, 'currency', l.currency, 'prices', (
        SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'label', e.label, 'amount', e.amount::text, 'per', e.per)
          ORDER BY e.position)
          FROM price_list k JOIN price_component e ON e.price_list_id = k.id WHERE k.plan_id = l.id AND k.to_date IS NULL AND k.withdrawn_at IS NULL))
      ORDER BY l.position) FROM plan l WHERE l.service_id = s.id))::text AS card
    FROM service s JOIN person o ON o.id = s.owner_id JOIN provider p ON p.id = s.provider_id WHERE s.id = ANY ($1::uuid[])`;

interface Times {
  p50: number;
  p95: number;
}

/** How long the catalog lets one wait, beside the same searches as bare SQL; and what ten times as many services cost. */
export async function bench(): Promise<void> {
  const cluster = await startTestCluster();
  const stops: (() => Promise<void>)[] = [];
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    const worlds: CatalogAsked[] = [];
    for (const services of [FEW, MANY]) {
      const asked = await openWorld(await cloneTemplate(cluster.url, run), services);
      stops.push(asked.stop);
      worlds.push(asked);
    }
    // In turns, so that whatever else the machine does touches all alike.
    for (let round = -WARM_ROUNDS; round < ROUNDS; round++) {
      for (const place of SEARCHES.keys()) {
        for (const world of worlds) await world.compare(place, round >= 0);
      }
    }
    const [few, many] = worlds.map(({ times }) => ({ ours: percentiles(times.ours), bare: percentiles(times.bare) }));
    for (const part of ['p50', 'p95'] as const) {
      const row = { bench: 'catalog', unit: 'ms' };
      printRow({ ...row, name: `search-${part}`, ours: many!.ours[part], reference: many!.bare[part], most: 3 });
      printRow({ ...row, name: `growth-${part}`, ours: many!.ours[part], reference: few!.ours[part], most: 2 });
    }
  } finally {
    for (const stop of stops) await stop();
    await cluster.stop();
  }
}

/** A catalog that is asked over GraphQL and by bare SQL. */
interface CatalogAsked {
  times: { ours: number[]; bare: number[] };
  /** @throws {AssertionError} When the two do not find the same. */
  compare(place: number, counts: boolean): Promise<void>;
  stop(): Promise<void>;
}

async function openWorld(database: string, services: number): Promise<CatalogAsked> {
  const cookie = await makeCatalogWorld(database, services);
  const accord = await childServer('./accord-process.ts', [database], process.env.CPU_PROFILE);
  // Like ours: nothing is compiled that is run once.
  const client = new pg.Client({ connectionString: database, options: '-c jit=off' });
  await client.connect();
  const statements = await statementsOf(database);
  const times: CatalogAsked['times'] = { ours: [], bare: [] };
  const ours = async (place: number): Promise<string[]> => {
    const { services: found } = await ask(accord.url, cookie, SEARCHES[place]!);
    return found.edges.map(({ node }) => node.id);
  };
  const bare = async (place: number): Promise<string[]> => {
    const [page, counts] = statements[place]!;
    const { rows } = await client.query<{ id: string }>(page!);
    const ids = rows.slice(0, PAGE).map(({ id }) => id);
    await client.query(counts!);
    if (ids.length > 0) await client.query({ text: CARDS, values: [ids] });
    return ids;
  };
  return {
    times,
    async compare(place, counts) {
      const [mine, plain] = [await timed(() => ours(place)), await timed(() => bare(place))];
      deepStrictEqual(mine.found, plain.found);
      if (!counts) return;
      times.ours.push(mine.ms);
      times.bare.push(plain.ms);
    },
    async stop() {
      accord.stop();
      await client.end();
    },
  };
}

/** The two statements that find a page and count the facets, of each search: written down, and run by nothing but pg. */
async function statementsOf(database: string): Promise<pg.QueryConfig[][]> {
  const dataSource = await createDataSource(database).initialize();
  try {
    const archetypes = await readArchetypes(dataSource.manager, NOW);
    const viewer: Viewer = { personId: '019a0000-0000-7000-8000-000000000001', name: 'Customer', roles: [] };
    const taken: pg.QueryConfig[][] = [];
    for (const filter of SEARCHES) {
      const said: pg.QueryConfig[] = [];
      const recording = {
        query: async (text: string, values: unknown[]) => (said.push({ text, values }), []),
      } as unknown as EntityManager;
      const question = { viewer, filter, archetypes };
      await readPage(recording, question, { sort: 'relevance', size: PAGE });
      await readCounts(recording, question);
      taken.push(said);
    }
    return taken;
  } finally {
    await dataSource.destroy();
  }
}

async function ask(url: string, cookie: string, filter: ServiceFilter) {
  const coded = (keys?: readonly string[] | null) =>
    keys?.map((key) => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
  const variables = {
    sort: 'RELEVANCE',
    filter: { ...filter, lines: coded(filter.lines), archetypes: coded(filter.archetypes) },
  };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-accord-client': 'bench', cookie },
    body: JSON.stringify({ query: CATALOG, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: { services: { edges: { node: { id: string } }[] } };
    errors?: object[];
  };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; found: T }> {
  const before = performance.now();
  const found = await work();
  return { ms: performance.now() - before, found };
}

function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { p50: at(0.5), p95: at(0.95) };
}
