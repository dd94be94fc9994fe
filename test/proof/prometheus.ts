import { Jobs } from '@accord/api/platform/jobs/jobs.js';
import { type Scraped, startPrometheus } from '../platform/real-prometheus.js';
import { onEmptyAccord } from './empty-accord.js';
import { service } from './promises.js';
import { type Proof, proofOf } from './proof.js';

const STEP = 300;
const STEPS = 288;
const INSTANCES = 5;

/** Always the same; from 0 to 1. */
function* chances(): Generator<number, never> {
  for (let state = 42; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** What really happened in each step of a day, and what five instances that are restarted now and then told of it. */
function madeDay(start: number): { truth: { good: number; total: number }[]; scraped: Scraped[] } {
  const chance = chances();
  const truth = Array.from({ length: STEPS }, () => ({ good: 0, total: 0 }));
  const scraped: Scraped[] = [];
  for (let instance = 0; instance < INSTANCES; instance += 1) {
    const [ok, failed]: [number, number][][] = [[[start, 0]], [[start, 0]]];
    let [good, bad] = [0, 0];
    for (const [step, happened] of truth.entries()) {
      // A restart right after a scrape loses nothing, and is seen where more was counted before than until the next one.
      if (good > 1_000 && bad > 10 && chance.next().value < 0.2) [good, bad] = [0, 0];
      const [n, m] = [Math.floor(chance.next().value * 1_000), Math.floor(chance.next().value * 10)];
      [good, bad] = [good + n, bad + m];
      [happened.good, happened.total] = [happened.good + n, happened.total + n + m];
      const at = start + (step + 1) * STEP;
      ok!.push([at, good]);
      failed!.push([at, bad]);
    }
    scraped.push({ series: `logins_total{instance="${instance}",code="200"}`, samples: ok! });
    scraped.push({ series: `logins_total{instance="${instance}",code="500"}`, samples: failed! });
  }
  return { truth, scraped };
}

/** A day of counters that are restarted: what Accord reads of a real Prometheus server in each step, and what happened. */
export async function prometheus(database: string): Promise<Proof[]> {
  const start = Math.floor(Date.now() / 1_000 / STEP) * STEP - (STEPS + 1) * STEP;
  const { truth, scraped } = madeDay(start);
  const server = await startPrometheus(scraped);
  try {
    return await onEmptyAccord(
      database,
      async (empty) => {
        const input = {
          sourceName: 'Prometheus',
          serviceId: await service(empty, 'logins'),
          series: 'logins',
          address: server.url,
          asked: {
            prometheusCounts: { good: 'logins_total{code="200"}', total: 'logins_total', stepSeconds: STEP },
          },
          everyMinutes: 5,
          since: new Date(start * 1_000).toISOString(),
        };
        await empty.ada.change('addPull', 'AddPullInput', input);
        await empty.get(Jobs).settle();
        const rows: { at: string; good: string; total: string }[] = await empty.dataSource.query(
          `SELECT extract(epoch FROM observed_at)::text AS at, good, total FROM measurement WHERE to_at <= to_timestamp($1)`,
          [start + STEPS * STEP],
        );
        const read = new Map(rows.map(({ at, good, total }) => [(Number(at) - start) / STEP, `${good} ${total}`]));
        const agree = truth.filter(({ good, total }, step) => read.get(step) === `${good} ${total}`).length;
        return [proofOf('prometheus-counters', agree, rows.length, { of: STEPS, ratio: 1 })];
      },
      { ACCORD_WEBHOOK_NETWORKS: '127.0.0.0/8' },
    );
  } finally {
    await server.stop();
  }
}
