import { AppModule } from '@accord/api/app.module.js';
import { SettableClock } from '@accord/api/platform/clock.js';
import { readConfig } from '@accord/api/platform/config.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { createApp } from '@accord/api/platform/http/create-app.js';
import type { DataSource } from 'typeorm';
import type { Api } from '../builders/api.js';
import { builders } from '../builders/index.js';

/** When every world is looked at. */
export const NOW = new Date('2026-03-16T09:00:00.000Z');

/** Fills a database through an Accord of its own, which has ended when this resolves. */
export async function fillWorld<T>(
  database: string,
  fill: (given: ReturnType<typeof builders>, dataSource: DataSource, api: Api) => Promise<T>,
): Promise<T> {
  const config = readConfig({ NODE_ENV: 'test', ACCORD_DEMO: 'false', DATABASE_URL: database });
  const clock = new SettableClock(NOW);
  const dataSource = await createDataSource(database).initialize();
  const app = await createApp(AppModule.with({ config, dataSource, clock }), config);
  try {
    const api = { clock, dataSource, get: (token: never) => app.get(token, { strict: false }) } as unknown as Api;
    return await fill(builders(api), dataSource, api);
  } finally {
    await app.close();
    await dataSource.destroy();
  }
}
