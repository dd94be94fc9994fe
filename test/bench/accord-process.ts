import { AppModule } from '@accord/api/app.module.js';
import { SettableClock } from '@accord/api/platform/clock.js';
import { readConfig } from '@accord/api/platform/config.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { createApp } from '@accord/api/platform/http/create-app.js';
import { listen } from '@accord/api/platform/http/listen.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { NOW } from './bench-world.js';

/** The application as it serves people, on a clock that stands still; prints its port. */
const config = readConfig({ ...process.env, ACCORD_DEMO: 'false', DATABASE_URL: process.argv[2], PORT: '0' });
const dataSource = await createDataSource(process.argv[2]!).initialize();
const app = await createApp(AppModule.with({ config, dataSource, clock: new SettableClock(NOW) }), config);
await app.get(Jobs, { strict: false }).begin();
await untilIdle();
console.log(JSON.stringify({ port: await listen(app, config) }));
process.once('SIGTERM', () => process.exit());

/** What begins by itself when a server starts is over before anybody looks. */
async function untilIdle(): Promise<void> {
  for (let idle = 0; idle < 20;) {
    await sleep(100);
    const [{ left }] = await dataSource.query(
      `SELECT count(*)::int AS left FROM pgboss.job WHERE state < 'completed' AND start_after <= now()`,
    );
    idle = left === 0 ? idle + 1 : 0;
  }
}
