import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startTestCluster } from '../platform/test-cluster.js';
import { cloneTemplate, createTemplate, newRun } from '../platform/test-databases.js';
import { UCI_FILE } from '../proof/uci-log.js';
import { median, printRow } from './bench-row.js';
import { copyMs, copyText } from './bare-copy.js';
import { denser, longer } from './repeated-log.js';
import { importOnce } from './import-once.js';

const ROUNDS = 3;

/**
 * Rows a second of an import (unpack, parse, check, store, project, judge), beside a bare COPY of all the columns,
 * decoded beforehand, under the same key; and the most memory that three times the rows take, over as many more years or in
 * the same months, beside that of the rows.
 */
export async function bench(): Promise<void> {
  const file = resolve(process.env.ACCORD_SHARED ?? '../shared', 'data/uci_incident', UCI_FILE);
  if (!existsSync(file)) return console.log(JSON.stringify({ bench: 'import', skipped: true }));
  const cluster = await startTestCluster();
  try {
    const run = newRun(Date.now());
    await createTemplate(cluster.url, run);
    const database = () => cloneTemplate(cluster.url, run);
    const { text, rows } = await copyText(file);
    const [ours, reference, memory] = [[] as number[], [] as number[], [] as number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
      reference.push(await copyMs(await database(), text));
      const imported = await importOnce(await database(), file);
      ours.push(imported.ms);
      memory.push(imported.peakMiB);
    }
    const rate = (ms: readonly number[]) => (1000 * rows) / median(ms);
    printRow({ bench: 'import', name: 'ticket-events', unit: 'rows/s', ours: rate(ours), reference: rate(reference) });

    const logs = { 'three-times-the-rows': longer, 'three-times-the-tickets-a-month': denser };
    for (const [log, made] of Object.entries(logs)) {
      const { peakMiB } = await importOnce(await database(), await made(file));
      printRow({
        bench: 'import',
        name: `peak-memory-of-${log}`,
        unit: 'MiB',
        ours: peakMiB,
        reference: median(memory),
      });
    }
  } finally {
    await cluster.stop();
  }
}
