import { fillWorld } from './bench-world.js';

/** Services as an enterprise has them: words that repeat, five archetypes, 20 providers and owners, two plans each. */
const SERVICES = `
  WITH words AS (SELECT ARRAY['mail', 'network', 'database', 'printing', 'payroll', 'storage', 'backup', 'portal', 'identity',
    'analytics', 'telephony', 'desktop', 'invoice', 'warehouse', 'monitoring', 'training', 'security', 'archive'] AS w),
  lines AS (SELECT ARRAY['technologyPlanning', 'softwareDevelopment', 'softwareSupport', 'databaseServices', 'security'] AS l)
  INSERT INTO service (id, slug, name, outcome, description, synonyms, line_of_service, lifecycle, version, owner_id, provider_id,
                       operational_dependence, strategic_impact, standardizability, uncertainty)
  SELECT gen_random_uuid(), 'service-' || i, initcap(w[1 + i % 18]) || ' for ' || w[1 + i / 18 % 18] || ' ' || i,
         'People get ' || w[1 + i / 7 % 18] || ' and ' || w[1 + i / 11 % 18] || ' when they ask for it.',
         repeat(md5((i * 7)::text) || ' keeps the ' || w[1 + i / 13 % 18] || ' running. ', 6), ARRAY[md5((i * 3)::text)],
         l[1 + i % 5], 'live', 1, ($2::uuid[])[1 + i % 20], ($3::uuid[])[1 + i / 3 % 20],
         1 + i % 5, 1 + i / 5 % 5, 1 + i / 25 % 5, 1 + i / 125 % 5
    FROM generate_series(1, $1::int) i, words, lines`;

const OFFERS = [
  `INSERT INTO service_version (id, service_id, number, state, definition, written_by_ids, drafted_at, proposed_by_id, proposed_at,
                                decided_by_id, decided_at, bootstrap)
   SELECT gen_random_uuid(), id, 1, 'published', json_build_object('name', name, 'outcome', outcome), ARRAY[owner_id], now(), owner_id, now(), owner_id, now(), true FROM service`,
  `INSERT INTO plan (id, service_id, slug, name, description, currency, version, position)
   SELECT gen_random_uuid(), s.id, 'plan-' || n, 'Plan ' || n, '', 'EUR', 1, n FROM service s, generate_series(1, 2) n`,
  `INSERT INTO price_list (id, plan_id, version_id, plan_version, from_date)
   SELECT gen_random_uuid(), p.id, v.id, 1, '2020-01-01' FROM plan p JOIN service_version v ON v.service_id = p.service_id`,
  `INSERT INTO price_component (id, price_list_id, position, kind, label, amount, per)
   SELECT gen_random_uuid(), id, n, 'recurring', 'Fee', 10 * n, 'month' FROM price_list, generate_series(1, 2) n`,
];

/** A catalog of so many services, and the cookie of somebody who looks for one. */
export function makeCatalogWorld(database: string, services: number): Promise<string> {
  return fillWorld(database, async (given, dataSource) => {
    const reader = await given.person({ roles: ['requester'] });
    const idsOf = async (make: () => Promise<{ id: string }>) => {
      const ids: string[] = [];
      for (let n = 0; n < 20; n++) ids.push((await make()).id);
      return ids;
    };
    const owners = await idsOf(() => given.person());
    const providers = await idsOf(() => given.provider());
    await dataSource.query(SERVICES, [services, owners, providers]);
    for (const sql of OFFERS) await dataSource.query(sql);
    await dataSource.query('VACUUM ANALYZE');
    return reader.cookie!;
  });
}
