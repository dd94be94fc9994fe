import { AppModule } from '@accord/api/app.module.js';
import { SettableClock } from '@accord/api/platform/clock.js';
import { readConfig } from '@accord/api/platform/config.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { createApp } from '@accord/api/platform/http/create-app.js';
import { listen } from '@accord/api/platform/http/listen.js';
import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { NOW } from './bench-world.js';

/** The application as it serves people, on a clock that stands still; prints its port. */
const config = readConfig({ ...process.env, ACCORD_DEMO: 'false', DATABASE_URL: process.argv[2], PORT: '0' });
const dataSource = await createDataSource(process.argv[2]!).initialize();
const app = await createApp(AppModule.with({ config, dataSource, clock: new SettableClock(NOW) }), config);
await app.get(Jobs, { strict: false }).begin();
console.log(JSON.stringify({ port: await listen(app, config) }));
process.once('SIGTERM', () => process.exit());
