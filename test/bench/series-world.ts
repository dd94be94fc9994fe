import { fillWorld } from './bench-world.js';
import type { ClientWorld } from './client-world.js';

const EVERY_SECONDS = 25;

/** A commitment that so many counts of one month stand behind, one every 25 seconds. */
export function makeSeriesWorld(database: string, measurements: number): Promise<ClientWorld> {
  return fillWorld(database, async (given, dataSource) => {
    const reader = await given.person({ roles: ['serviceManager'] });
    const service = await given.service({ slug: 'mail' });
    const indicator = { goodOfTotal: { series: 'mails' } } as never;
    const terms = { serviceId: service.id, slug: 'sent', target: '95', credit: null, indicator };
    await given.commitment(terms, { effectiveFrom: '2026-01-01' });
    const end = new Date(Date.UTC(2026, 0, 1) + EVERY_SECONDS * 1_000).toISOString();
    await given.counts(service, 'mails', '2026-01-01T00:00:00Z', end, 97, 100);
    await dataSource.query(COPIED, [measurements - 1, EVERY_SECONDS]);
    await dataSource.query('VACUUM ANALYZE');
    return { cookie: reader.cookie! };
  });
}

/** A day's wave with some noise, and now and then a bad one. */
const COPIED = `
  INSERT INTO measurement (series_id, observed_at, revision, to_at, good, total, batch_id)
  SELECT m.series_id, m.observed_at + n * $2::int * interval '1 second', 0, m.to_at + n * $2::int * interval '1 second',
    CASE WHEN n % 4999 = 0 THEN 40 ELSE 96 + round(2 * sin(n / 550.0)) + n * 7 % 3 - 1 END, 100, m.batch_id
  FROM measurement m CROSS JOIN generate_series(1, $1::int) n`;
