import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readConfig } from '../platform/config.js';
import { connect } from '../platform/database/connect.js';
import { createDataSource } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import { nestLog } from '../platform/nest-log.js';

/**
 * Runs `work` on the use cases of Accord without its server: on the database of one that runs, else on a database
 * that is started for it. A signal ends what is under way, as it would in the server.
 */
export async function withAccord<T>(work: (accord: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = { ...readConfig(process.env), demo: false };
  const database = await openDatabase(config, { attach: true });
  try {
    const dataSource = await connect(createDataSource(database.url), database.url);
    try {
      await migrate(dataSource);
      const root = AppModule.with({ config, dataSource });
      const accord = await NestFactory.createApplicationContext(root, { logger: nestLog, abortOnError: false });
      const close = onceOnly(() => accord.close());
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
      try {
        return await work(accord);
      } finally {
        await close();
      }
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.stop();
  }
}

function onceOnly(act: () => Promise<void>): () => Promise<void> {
  let acted: Promise<void> | undefined;
  return () => (acted ??= act());
}
