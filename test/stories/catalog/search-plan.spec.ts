import { readCounts } from '@accord/api/catalog/services/service-facets.js';
import { readPage } from '@accord/api/catalog/services/service-page.js';
import { readArchetypes } from '@accord/api/catalog/archetypes/archetypes-today.js';
import type { Viewer } from '@accord/domain';
import { startStory } from '../../builders/index.js';

const { api } = await startStory();
const { manager } = api.dataSource;
/** A word that few services have. */
const RARE = 'a1d0c6e83f027327d8461063f4ac58a6';
const customer: Viewer = { personId: '019a0000-0000-7000-8000-000000000001', name: 'Customer', roles: [] };

/** A catalog as large as any enterprise's, of words that repeat as they do there. */
beforeAll(async () => {
  await api.dataSource.query(`
    WITH words AS (SELECT ARRAY['mail', 'network', 'database', 'printing', 'payroll', 'storage', 'backup', 'portal', 'identity',
      'analytics', 'telephony', 'desktop', 'invoice', 'warehouse', 'monitoring', 'training', 'security', 'archive'] AS w)
    INSERT INTO service (id, slug, name, outcome, description, synonyms, line_of_service, lifecycle, version,
                         operational_dependence, strategic_impact, standardizability, uncertainty)
    SELECT gen_random_uuid(), 'service-' || i, initcap(w[1 + i % 18]) || ' for ' || w[1 + i / 18 % 18] || ' ' || md5(i::text),
           'People get ' || w[1 + i / 7 % 18] || ' and ' || w[1 + i / 11 % 18] || ' when they ask for it.',
           repeat(md5((i * 7)::text) || ' keeps the ' || w[1 + i / 13 % 18] || ' running. ', 6), ARRAY[md5((i * 3)::text)],
           'security', 'retiring', 1, 1 + i % 5, 1 + i / 5 % 5, 1 + i / 25 % 5, 1 + i / 125 % 5
      FROM generate_series(1, 5000) i, words`);
  await api.dataSource.query('ANALYZE service, service_word');
});

async function planOf(search: string | null, read: 'page' | 'counts'): Promise<string> {
  const archetypes = await readArchetypes(manager, api.clock.now());
  const explained: { 'QUERY PLAN': string }[] = [];
  const explaining = {
    query: async (sql: string, values: unknown[]) => {
      explained.push(...(await manager.query(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, values)));
      return [];
    },
  } as unknown as typeof manager;
  const question = { viewer: customer, filter: { search }, archetypes };
  if (read === 'page') await readPage(explaining, question, { sort: 'relevance', size: 50 });
  else await readCounts(explaining, question);
  const plan = explained.map((row) => row['QUERY PLAN']).join('\n');
  if (process.env.SHOW_PLANS) console.log(`${read} "${search}"\n${plan}`);
  return plan;
}

describe('a catalog of 5,000 services', () => {
  it('gives a page by name from the index, without sorting', async () => {
    const plan = await planOf(null, 'page');

    expect(plan).toContain('service_name_index');
    expect(plan).not.toContain('Sort');
  });

  it.each(['page', 'counts'] as const)('searches the %s by words without reading every service', async (read) => {
    const plan = await planOf(RARE, read);

    expect(plan).toContain('services_matching');
    expect(plan).not.toContain('Seq Scan on service s');
  });

  it.each([
    ['a word as written', 'SELECT id FROM service WHERE search @@ services_query(ARRAY[$1])', 'service_search_index'],
    ['a typo', 'SELECT word FROM service_word WHERE word %> $1', 'service_word_index'],
    [
      'what a typo may stand for',
      'SELECT id FROM service WHERE search @@ services_query_near(ARRAY[$1])',
      'service_search_index',
    ],
  ])('finds %s in an index, as the search tells the planner to', async (_, sql, index) => {
    const rows = await manager.transaction(async (tx): Promise<{ 'QUERY PLAN': string }[]> => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query(`EXPLAIN ${sql}`, ['databsae']);
    });

    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
  });
});
