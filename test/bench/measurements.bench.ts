import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { json } from 'node:stream/consumers';
import { from as copyFrom } from 'pg-copy-streams';
import { onServer } from '../platform/database-server.js';
import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { median, printRow } from './bench-row.js';
import { type ChildServer, childServer } from './child-server.js';
import { judgings } from './judging.js';
import { copyText, ndjson } from './measured-rows.js';
import { makeMeasuredWorld, type MeasuredWorld } from './measured-world.js';

/** Fewer for a quick look: MEASUREMENT_ROWS=100000 npm run bench -- measurements */
const ROWS = Number(process.env.MEASUREMENT_ROWS ?? 1_000_000);
const ROUNDS = 3;
/** Rows that memory is watched over, beside what it takes after the first of them. */
const TIMES = 10;

/**
 * Rows a second that are taken in over HTTP (read, check, find what is known, store durably), new ones and with every
 * tenth there already, beside a bare COPY of the same rows into the same table; the most memory that ten times the rows
 * take, beside that of the rows; and what `judgings` looks at, of the rows and of ten times as many.
 */
export async function bench(): Promise<void> {
  const cluster = await startTestCluster({});
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    const server = async <T>(rows: number, work: (world: World) => Promise<T>): Promise<T> => {
      const database = await cloneTemplate(cluster.url, run);
      const made = await makeMeasuredWorld(database, rows);
      const accord = await childServer('./accord-process.ts', [database], process.env.CPU_PROFILE);
      try {
        return await work({ ...made, database, accord });
      } finally {
        accord.stop();
      }
    };

    const rates = { copied: [] as number[], fresh: [] as number[], repeated: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await server(ROWS, async (world) => {
        rates.copied.push(ROWS / (await copied(world)));
        rates.fresh.push(ROWS / (await sent(world, [...ndjson(ROWS)], { accepted: ROWS, duplicate: 0 })));
      });
      await server(ROWS, async (world) => {
        await sent(world, ndjson(ROWS, 10), { accepted: ROWS / 10, duplicate: 0 });
        const told = { accepted: ROWS - ROWS / 10, duplicate: ROWS / 10 };
        rates.repeated.push(ROWS / (await sent(world, [...ndjson(ROWS)], told)));
      });
    }
    const [ours, again, reference] = [median(rates.fresh), median(rates.repeated), median(rates.copied)];
    const row = { bench: 'measurements', unit: 'rows/s', reference };
    printRow({ ...row, name: 'ingestion', ours, least: 0.4 });
    printRow({ ...row, name: 'ingestion-with-a-tenth-known', ours: again, least: 0.25 });

    await server(TIMES * ROWS, async (world) => {
      const peaks: number[] = [];
      const rows = watched(ndjson(TIMES * ROWS), () => peaks.push(memoryMiB(world.accord.pid)));
      await sent(world, rows, { accepted: TIMES * ROWS, duplicate: 0 });
      const after = (share: number) => Math.max(...peaks.slice(0, Math.ceil(peaks.length * share)));
      // Of fewer rows the collector of garbage has not come round once.
      const bound = ROWS < 1_000_000 ? {} : { most: 1.25 };
      const memory = { ours: after(1), reference: after(1 / TIMES), ...bound };
      printRow({ bench: 'measurements', name: 'peak-memory-of-ten-times-the-rows', unit: 'MiB', ...memory });
    });

    await judgings(() => cloneTemplate(cluster.url, run), [ROWS, TIMES * ROWS]);
  } finally {
    await cluster.stop();
  }
}

type World = MeasuredWorld & { database: string; accord: ChildServer };

/** @returns How long it took, in seconds. */
function copied({ database, seriesIds, batchId }: World): Promise<number> {
  const text = [...copyText(ROWS, seriesIds, batchId)];
  return onServer(database, async (client) => {
    const started = performance.now();
    await pipeline(Readable.from(text), client.query(copyFrom(`COPY measurement (${COLUMNS}) FROM STDIN`)));
    return (performance.now() - started) / 1_000;
  });
}

const COLUMNS = 'observed_at, to_at, good, total, series_id, batch_id, line, revision, up';

/** @returns How long it took until the answer came, in seconds. */
async function sent({ accord, token }: World, texts: Iterable<Buffer>, told: Told): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
  const started = performance.now();
  const answer = await new Promise<Told>((resolve, reject) => {
    const sending = request(`${accord.url}/measurements?source=bench`, { method: 'POST', headers });
    sending.on('response', (response) => void json(response).then((body) => resolve(body as Told), reject));
    pipeline(Readable.from(texts), sending).catch(reject);
  });
  const seconds = (performance.now() - started) / 1_000;
  if (answer.accepted !== told.accepted || answer.duplicate !== told.duplicate)
    throw new Error(`The answer was ${JSON.stringify(answer)}.`);
  return seconds;
}

interface Told {
  accepted: number;
  duplicate: number;
}

/** The same texts; `look` is called now and then while they are taken. */
function* watched(texts: Iterable<Buffer>, look: () => void): Generator<Buffer> {
  let taken = 0;
  for (const text of texts) {
    if (taken % 20 === 0) look();
    taken += 1;
    yield text;
  }
}

/** What a process holds in memory (Linux). */
function memoryMiB(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}
