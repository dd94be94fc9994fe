import { ensureMonths } from '@accord/api/performance/ledger/ensure-months.js';
import { seriesOf } from '@accord/api/performance/ledger/series-of.js';
import { SourceEntity } from '@accord/api/performance/ledger/source.entity.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import type { DataSource } from 'typeorm';
import { fillWorld, NOW } from './bench-world.js';

/** Who reads and who sends, and whose samples there are. */
export interface JudgedWorld {
  cookie: string;
  token: string;
  /** With samples. */
  commitments: number;
  /** Slugs of their services, each with a commitment of the slug `requests`. */
  services: string[];
}

/** Slug of the source of the samples. */
export const SAMPLER = 'sampler';

/** Screens are as full, however few commitments have samples. */
const A_PAGE = 60;

/** Five-minute samples of a year. */
export const ROWS_A_SERVICE = 365 * 288;

const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2025, month, 1));

/** Commitments, one a service, and a year of samples of each as it would stand in the ledger; nothing is judged. */
export function makeJudgedWorld(database: string, commitments: number): Promise<JudgedWorld> {
  return fillWorld(database, async (given, dataSource) => {
    const reader = await given.person({ roles: ['serviceManager', 'btOffice', 'vendorManager', 'serviceOwner'] });
    const { token } = await given.token(await given.person({ roles: ['serviceManager'] }), ['ingest']);
    const services: { id: string; slug: string }[] = [];
    const indicator = { goodOfTotal: { series: 'requests' } } as never;
    for (let i = 0; i < Math.max(commitments, A_PAGE); i += 1) {
      const service = await given.service({ slug: `judged-${i}` });
      const terms = { serviceId: service.id, slug: 'requests', name: `Requests ${i}`, target: '98', indicator };
      await given.commitment(terms, { timeZone: 'Europe/Berlin', effectiveFrom: '2025-01-01' });
      services.push(service);
    }
    const sampled = services.slice(0, commitments);
    await fillLedger(dataSource, reader.id, sampled);
    return { cookie: reader.cookie!, token: token!, commitments, services: sampled.map(({ slug }) => slug) };
  });
}

async function fillLedger(dataSource: DataSource, by: string, services: readonly { id: string }[]): Promise<void> {
  const source = { id: uuidv7(NOW), slug: SAMPLER, name: 'Sampler', kind: 'measurements' as const, lastSeenAt: null };
  await dataSource.manager.insert(SourceEntity, source);
  const [{ id: batchId }] = await dataSource.query(
    'INSERT INTO batch (source_id, arrived_at, brought_by_id) VALUES ($1, $2, $3) RETURNING id',
    [source.id, NOW, by],
  );
  const seriesIds = await dataSource.transaction(async (tx) => {
    await ensureMonths(tx, MONTHS);
    const names = services.map(({ id }) => ({ serviceId: id, kind: 'counts' as const, name: 'requests' }));
    return seriesOf(tx, source.id, names);
  });
  const months = MONTHS.map((month, i) => [month, MONTHS[i + 1] ?? Date.UTC(2026, 0, 1)] as const);
  for (const [from, to] of months) await dataSource.query(FILL, [seriesIds, batchId, new Date(from), new Date(to)]);
  await dataSource.query('VACUUM (ANALYZE) measurement');
}

/** As they are measured: of all services, then of all again five minutes later. */
const FILL = `
  INSERT INTO measurement (observed_at, to_at, good, total, series_id, batch_id, revision)
  SELECT t.at, t.at + interval '5 minutes', 290 + (extract(epoch FROM t.at)::bigint / 300 + s.id) % 10, 300, s.id, $2::int, 0
  FROM generate_series($3::timestamptz, $4::timestamptz - interval '5 minutes', interval '5 minutes') t(at)
  CROSS JOIN unnest($1::int[]) s(id)`;
