import 'reflect-metadata';
import { ModuleRef } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { DemoFills } from './demo/demo-fills.js';
import { readConfig } from './platform/config.js';
import { connect } from './platform/database/connect.js';
import { createDataSource } from './platform/database/data-source.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';
import { createApp } from './platform/http/create-app.js';
import { assertListenable, closeApp, listen } from './platform/http/listen.js';
import { Interrupted, Lifetime } from './platform/lifetime.js';
import { Jobs } from './platform/jobs/jobs.js';
import { log } from './platform/log.js';
import { provided } from './platform/provided.js';
import { StartError } from './platform/start-error.js';
import { START_NOTICE, type StartNotice } from './platform/start-notice.js';

const lifetime = new Lifetime();
lifetime.endAtSignals();
process.on('uncaughtException', (fault) => void giveUp(fault));

try {
  await serve();
} catch (error) {
  await giveUp(error);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  await lifetime.start(() => assertListenable(config));
  const database = await lifetime.start(
    () => openDatabase(config),
    (opened) => opened.stop(),
  );
  const dataSource = await lifetime.start(
    () => connect(createDataSource(database.url), database.url),
    (connected) => connected.destroy(),
    1_000,
  );
  await lifetime.start(() => migrate(dataSource));
  const app = await lifetime.start(() => createApp(AppModule.with({ config, dataSource }), config), closeApp, 3_000);
  const demo = app.get(DemoFills, { strict: false });
  if (await lifetime.start(() => demo.removeUnwanted())) {
    console.log('ACCORD_DEMO is false: the demo organisation, only half made, was removed.');
  }
  await lifetime.start(() => app.get(Jobs).begin());
  const port = await lifetime.start(() => listen(app, config));

  console.log(`Accord is ready on ${config.port === 0 ? `http://localhost:${port}` : config.publicUrl}`);
  for (const line of (await provided<StartNotice>(app.get(ModuleRef), START_NOTICE)?.lines()) ?? []) console.log(line);
  demo.begin((sentence) => console.log(sentence));
}

/** What the outside got wrong is told in one sentence; what we got wrong with its trace. */
async function giveUp(error: unknown): Promise<void> {
  if (error instanceof Interrupted) return lifetime.stop();
  if (error instanceof StartError) console.error(error.message);
  else log.fatal({ err: error }, 'fault');
  await lifetime.stop();
  process.exit(1);
}
