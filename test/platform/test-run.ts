import { createTemplate, dropRun, newRun } from './test-databases.js';
import { startTestCluster } from './test-cluster.js';

/** Where test files find the server and the template; set once, before Jest starts its workers. */
export const SERVER = 'ACCORD_TEST_SERVER';
export const RUN = 'ACCORD_TEST_RUN';

let stop: (() => Promise<void>) | undefined;

/** One server for all test files: `DATABASE_URL` when it is set, or an embedded one that ends with the run. */
export async function startTestDatabases(): Promise<void> {
  const outside = process.env.DATABASE_URL;
  const cluster = outside ? { quickUrl: outside, stop: async () => {} } : await startTestCluster();
  const url = cluster.quickUrl;
  const run = newRun(Date.now());
  process.env[SERVER] = url;
  process.env[RUN] = run;
  await createTemplate(url, run);
  stop = async () => {
    await dropRun(url, run, Date.now());
    await cluster.stop();
  };
}

export async function stopTestDatabases(): Promise<void> {
  await stop?.();
}
