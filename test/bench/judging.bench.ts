import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { judgings } from './judging.js';

/** Up to a year of five-minute samples of 500 commitments: JUDGED_ROWS=1000000,10000000,52560000 npm run bench -- judging */
const SIZES = (process.env.JUDGED_ROWS ?? '1000000,10000000').split(',').map(Number);

/** What is judged of measurements, without taking them in. */
export async function bench(): Promise<void> {
  const cluster = await startTestCluster({});
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    await judgings(() => cloneTemplate(cluster.url, run), SIZES);
  } finally {
    await cluster.stop();
  }
}
