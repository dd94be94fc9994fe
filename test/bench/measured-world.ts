import { ensureMonths } from '@accord/api/performance/ledger/ensure-months.js';
import { seriesOf } from '@accord/api/performance/ledger/series-of.js';
import { PEOPLE } from '@accord/api/performance/ledger/source.entity.js';
import { fillWorld, NOW } from './bench-world.js';
import { monthsOf, SERVICES, slugOf } from './measured-rows.js';

/** Who sends, and what a bare COPY needs to know of the ledger. */
export interface MeasuredWorld {
  token: string;
  /** Of a source that nobody sends to, by service. */
  seriesIds: number[];
  batchId: number;
}

/** Services to measure, somebody's access token, and the months of so many rows. */
export function makeMeasuredWorld(database: string, rows: number): Promise<MeasuredWorld> {
  return fillWorld(database, async (given, dataSource) => {
    const manager = await given.person({ roles: ['serviceManager'] });
    const { token } = await given.token(manager, ['ingest']);
    const ids: string[] = [];
    for (let i = 0; i < SERVICES; i += 1) ids.push((await given.service({ slug: slugOf(i) })).id);
    const [{ id: batchId }] = await dataSource.query(
      'INSERT INTO batch (source_id, arrived_at, brought_by_id) VALUES ($1, $2, $3) RETURNING id',
      [PEOPLE, NOW, manager.id],
    );
    const seriesIds = await dataSource.transaction(async (tx) => {
      await ensureMonths(tx, monthsOf(rows));
      const names = ids.map((serviceId) => ({ serviceId, kind: 'counts' as const, name: 'copied' }));
      return (await seriesOf(tx, PEOPLE, names)) as number[];
    });
    return { token: token!, seriesIds, batchId };
  });
}
