import { AppModule } from '@accord/api/app.module.js';
import { ensureMonths } from '@accord/api/performance/ledger/ensure-months.js';
import { seriesOf } from '@accord/api/performance/ledger/series-of.js';
import { PEOPLE } from '@accord/api/performance/ledger/source.entity.js';
import { SettableClock } from '@accord/api/platform/clock.js';
import { readConfig } from '@accord/api/platform/config.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { createApp } from '@accord/api/platform/http/create-app.js';
import { builders } from '../builders/index.js';
import type { Api } from '../builders/api.js';
import { monthsOf, SERVICES, slugOf } from './measured-rows.js';
import { NOW } from './read-world.js';

/** Who sends, and what a bare COPY needs to know of the ledger. */
export interface MeasuredWorld {
  token: string;
  /** Of a source that nobody sends to, by service. */
  seriesIds: number[];
  batchId: number;
}

/** Services to measure, somebody's access token, and the months of so many rows. */
export async function makeMeasuredWorld(database: string, rows: number): Promise<MeasuredWorld> {
  const config = readConfig({ NODE_ENV: 'test', ACCORD_DEMO: 'false', DATABASE_URL: database });
  const clock = new SettableClock(NOW);
  const dataSource = await createDataSource(database).initialize();
  const app = await createApp(AppModule.with({ config, dataSource, clock }), config);
  try {
    const api = { clock, dataSource, get: (token: never) => app.get(token, { strict: false }) } as unknown as Api;
    const given = builders(api);
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
  } finally {
    await app.close();
    await dataSource.destroy();
  }
}
