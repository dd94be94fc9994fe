import { fillWorld } from './bench-world.js';

/** Who looks. */
export interface ClientWorld {
  cookie: string;
}

/**
 * So many commitments with twelve results each: one is agreed on and judged by Accord, its rows are then written again
 * under other names, with figures that spread over all the colours.
 */
export function makeClientWorld(database: string, commitments: number): Promise<ClientWorld> {
  return fillWorld(database, async (given, dataSource) => {
    const reader = await given.person({ roles: ['serviceManager'] });
    const service = await given.service({ name: 'Service 0', providerId: (await given.provider()).id });
    await given.commitment({ serviceId: service.id, name: 'Availability' }, { effectiveFrom: '2025-04-01' });
    await given.outage(service, '2025-09-02T00:00:00Z', '2025-09-02T00:20:00Z');
    await dataSource.transaction(async (tx) => {
      // Rows that are copied whole break no rule that their originals keep.
      await tx.query('SET LOCAL session_replication_role = replica');
      for (const sql of COPIES) await tx.query(sql, [commitments - 1]);
    });
    await dataSource.query('VACUUM ANALYZE');
    return { cookie: reader.cookie! };
  });
}

const idOf = (id: string) => `md5(${id}::text || n)::uuid`;

/** The rows of a table once more for each n, but for some of their columns. */
const copied = (table: string, changed: string, where = 'true') => `
  INSERT INTO ${table} SELECT copy.* FROM ${table} o CROSS JOIN generate_series(1, $1::int) n
    CROSS JOIN LATERAL jsonb_populate_record(o, jsonb_build_object(${changed})) copy WHERE ${where}`;

const COPIES = [
  copied('service', `'id', ${idOf('o.id')}, 'slug', o.slug || '-' || n, 'name', 'Service ' || n`),
  copied('commitment', `'id', ${idOf('o.id')}, 'service_id', ${idOf('o.service_id')}`),
  copied('commitment_terms', `'id', ${idOf('o.id')}, 'commitment_id', ${idOf('o.commitment_id')}`),
  copied(
    'period_result',
    `'id', ${idOf('o.id')}, 'commitment_id', ${idOf('o.commitment_id')}, 'terms_id', ${idOf('o.terms_id')},
     'figure', 99.8 + (n * 7 + extract(month FROM o.from_at)::int * 13) % 20 / 100.0,
     'budget_left_percent', (n * 37 + extract(month FROM o.from_at)::int * 61) % 220 - 120`,
  ),
];
