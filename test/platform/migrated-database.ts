import { createDataSource } from '@accord/api/platform/database/data-source.js';
import type { DataSource } from 'typeorm';
import { databaseUrl } from './database-server.js';
import { startTestCluster } from './test-cluster.js';
import { createTemplate, newRun } from './test-databases.js';

/** Runs `work` on a throw-away database with the schema and nothing in it, for tools outside the test runner. */
export async function onMigratedDatabase<T>(work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const cluster = await startTestCluster();
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    const dataSource = await createDataSource(databaseUrl(cluster.url, run)).initialize();
    try {
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await cluster.stop();
  }
}
