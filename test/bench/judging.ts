import { AppModule } from '@accord/api/app.module.js';
import { JudgeMeasurements } from '@accord/api/performance/ingestion/judge-measurements.js';
import { Rollups } from '@accord/api/performance/rollups/rollups.js';
import { SettableClock } from '@accord/api/platform/clock.js';
import { readConfig } from '@accord/api/platform/config.js';
import { createDataSource } from '@accord/api/platform/database/data-source.js';
import { createApp } from '@accord/api/platform/http/create-app.js';
import type { DataSource } from 'typeorm';
import { median, printRow } from './bench-row.js';
import { NOW } from './bench-world.js';
import { type ChildServer, childServer } from './child-server.js';
import { type JudgedWorld, makeJudgedWorld, ROWS_A_SERVICE, SAMPLER } from './judged-world.js';
import { COMMITMENT_PAGE, COMMITMENTS_PAGE } from './read-documents.js';

const ROUNDS = 3;
const LATE_ROWS = 40;
const READS = 100;

/** A database of some size, and the server that reads it. */
interface Judged {
  rows: number;
  world: JudgedWorld;
  accord: ChildServer;
}

/**
 * A year of five-minute samples, one series a commitment: judged anew from the runs of days, and with all runs made anew
 * from the samples, beside one statement that sums the samples by month; one late row until its period is judged, beside
 * a bare INSERT of it; a year compared under other terms; and how the screens grow from the fewest rows to the most.
 *
 * @param sizes In rows, fewest first.
 */
export async function judgings(freshDatabase: () => Promise<string>, sizes: readonly number[]): Promise<void> {
  const all: Judged[] = [];
  try {
    for (const rows of sizes) all.push(await judging(await freshDatabase(), rows));
    await grown(all);
  } finally {
    for (const { accord } of all) accord.stop();
  }
}

async function judging(database: string, rows: number): Promise<Judged> {
  const world = await makeJudgedWorld(database, Math.max(1, Math.round(rows / ROWS_A_SERVICE)));
  await inProcess(database, (accord) => recomputed(world, accord));
  const accord = await childServer('./accord-process.ts', [database], process.env.CPU_PROFILE);
  await late(world, accord.url, database);
  await compared(world, accord.url);
  return { rows, world, accord };
}

interface Accord {
  dataSource: DataSource;
  judge(): Promise<void>;
  rebuild(): Promise<void>;
}

async function inProcess(database: string, work: (accord: Accord) => Promise<void>): Promise<void> {
  const config = readConfig({ NODE_ENV: 'test', ACCORD_DEMO: 'false', DATABASE_URL: database });
  const dataSource = await createDataSource(database).initialize();
  const app = await createApp(AppModule.with({ config, dataSource, clock: new SettableClock(NOW) }), config);
  try {
    const judge = () => app.get(JudgeMeasurements, { strict: false }).judge({}, { at: NOW });
    await work({ dataSource, judge, rebuild: () => app.get(Rollups, { strict: false }).rebuild() });
  } finally {
    await app.close();
    await dataSource.destroy();
  }
}

/** In the days of the agreement, as the figures are. */
const GROUPED = `
  SELECT series_id, date_trunc('month', observed_at, 'Europe/Berlin') AS month, sum(good) AS good, sum(total) AS total
  FROM measurement GROUP BY 1, 2`;

const MARKED = `
  INSERT INTO unjudged (service_id, from_at, to_at) SELECT service_id, '2025-01-01', '2025-12-31' FROM series`;

async function recomputed({ commitments }: JudgedWorld, { dataSource, judge, rebuild }: Accord): Promise<void> {
  const seconds = { grouped: [] as number[], first: [] as number[], rebuilt: [] as number[], again: [] as number[] };
  await rebuild();
  seconds.first.push(await secondsOf(judge));
  for (let round = 0; round < ROUNDS; round += 1) {
    seconds.grouped.push(await secondsOf(() => dataSource.query(GROUPED)));
    await dataSource.query(MARKED);
    seconds.again.push(await secondsOf(judge));
    seconds.rebuilt.push(
      await secondsOf(async () => {
        await rebuild();
        await judge();
      }),
    );
  }
  await assertSame(dataSource, commitments);
  const row = { bench: 'measurements', unit: 's', reference: median(seconds.grouped) };
  const of = `${commitments}-commitments`;
  printRow({ ...row, name: `judged-for-the-first-time-${of}`, ours: median(seconds.first) });
  printRow({ ...row, name: `judged-again-${of}`, ours: median(seconds.again), most: 0.3 });
  printRow({ ...row, name: `rolled-up-and-judged-${of}`, ours: median(seconds.rebuilt), most: 2 });
}

/** @throws When a result is not what the statement finds. */
async function assertSame(dataSource: DataSource, commitments: number): Promise<void> {
  const [{ same }]: [{ same: number }] = await dataSource.query(`
    SELECT count(*)::int AS same FROM (${GROUPED}) g
    JOIN series s ON s.id = g.series_id JOIN commitment c ON c.service_id = s.service_id
    JOIN period_result r ON r.commitment_id = c.id AND r.from_at = g.month AND r.numerator = g.good AND r.denominator = g.total`);
  if (same !== commitments * 13) throw new Error(`${same} of ${commitments * 13} results are as they should be.`);
}

/** One more interval of the last day, and when its month says so. */
async function late({ token, services }: JudgedWorld, url: string, database: string): Promise<void> {
  const dataSource = await createDataSource(database).initialize();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
  const [ours, inserted]: [number[], number[]] = [[], []];
  try {
    const numerator = async (service: string) => (await dataSource.query(JANUARY, [service]))[0].numerator as string;
    for (let i = 0; i < LATE_ROWS; i += 1) {
      const service = services[i % services.length]!;
      const from = Date.UTC(2026, 0, 2) + i * 300_000;
      const [opens, closes] = [new Date(from).toISOString(), new Date(from + 300_000).toISOString()];
      const before = await numerator(service);
      const body = JSON.stringify({ service, series: 'requests', from: opens, to: closes, good: 299, total: 300 });
      ours.push(
        await secondsOf(async () => {
          const answer = await fetch(`${url}/measurements?source=${SAMPLER}`, { method: 'POST', headers, body });
          if (!answer.ok) throw new Error(await answer.text());
          while ((await numerator(service)) === before) await new Promise((resolve) => setTimeout(resolve, 1));
        }),
      );
      inserted.push(await secondsOf(() => dataSource.query(INSERT, [opens, closes])));
    }
  } finally {
    await dataSource.destroy();
  }
  const milliseconds = (seconds: readonly number[]) => p95(seconds) * 1_000;
  const row = { bench: 'measurements', name: 'late-row-to-its-result-p95', unit: 'ms' };
  printRow({ ...row, ours: milliseconds(ours), reference: milliseconds(inserted) });
}

const JANUARY = `
  SELECT r.numerator FROM period_result r JOIN commitment c ON c.id = r.commitment_id JOIN service s ON s.id = c.service_id
  WHERE s.slug = $1 AND r.period = '2026-01' AND r.state <> 'superseded'`;

/** Of a series that nobody judges. */
const INSERT = `
  INSERT INTO measurement (observed_at, to_at, good, total, series_id, batch_id, revision) VALUES ($1, $2, 299, 300, 0, 0, 0)`;

/** Asks as the reader. */
function asker({ cookie }: JudgedWorld, url: string) {
  const headers = { 'content-type': 'application/json', 'x-accord-client': 'bench', cookie };
  return async <T>(query: string, variables: object): Promise<T> => {
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const { data, errors } = (await answer.json()) as { data: T; errors?: object[] };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

/** So long may somebody wait for a comparison. */
const MOST_COMPARED_MS = 2_000;

/** A year of one commitment as agreed and under three other sets of terms. */
async function compared(world: JudgedWorld, url: string): Promise<void> {
  const ask = asker(world, url);
  const times: number[] = [];
  for (let i = 0; i < LATE_ROWS; i += 1) {
    const service = world.services[i % world.services.length];
    const { commitment } = await ask<{ commitment: { id: string } }>(COMMITMENT_ID, { service });
    times.push(await secondsOf(() => ask(WHAT_IF, { id: commitment.id, variants: VARIANTS })));
  }
  const row = { bench: 'measurements', name: 'year-under-three-other-terms-p95', unit: 'ms', most: 1 };
  printRow({ ...row, ours: p95(times) * 1_000, reference: MOST_COMPARED_MS });
}

const COMMITMENT_ID = 'query ($service: String!) { commitment(service: $service, slug: "requests") { id } }';

const WHAT_IF = `query ($id: ID!, $variants: [SupposedTermsInput!]!) {
  whatIf(commitmentId: $id, variants: $variants) {
    months
    asAgreed { ...Terms }
    variants { ...Terms }
  }
}
fragment Terms on SupposedTerms { met missed results { period verdict figure target explanation { rule } } }`;

const VARIANTS = [{ target: '99' }, { window: 'QUARTER' }, { target: '97', missingData: 'BAD' }];

/** Each screen of each size in turn, so that whatever else the machine does slows all of them. */
async function grown(all: readonly Judged[]): Promise<void> {
  const screens: Record<string, (world: JudgedWorld, i: number) => [query: string, variables: object]> = {
    commitments: () => [COMMITMENTS_PAGE, {}],
    detail: ({ services }, i) => [COMMITMENT_PAGE, { service: services[i % services.length], period: '2025-11' }],
  };
  const readers = all.map(({ rows, world, accord }) => ({ rows, world, ask: asker(world, accord.url) }));
  for (const [name, screen] of Object.entries(screens)) {
    const times = new Map<number, number[]>(all.map(({ rows }) => [rows, []]));
    for (let i = 0; i < 2 * READS; i += 1) {
      for (const { rows, world, ask } of readers) {
        const took = await secondsOf(() => ask(...screen(world, i)));
        if (i >= READS) times.get(rows)!.push(took); // Warm by then.
      }
    }
    const reference = p95(times.get(all[0]!.rows)!) * 1_000;
    for (const [rows, seconds] of times) {
      const row = { bench: 'measurements', name: `${name}-screen-p95-of-${rows}-rows`, unit: 'ms' };
      printRow({ ...row, ours: p95(seconds) * 1_000, reference, most: 1.3 });
    }
  }
}

const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
