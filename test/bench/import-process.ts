import { BUILT_IN_PROFILES } from '@accord/domain';
import { Viewers } from '@accord/api/people/viewers.js';
import { Imports } from '@accord/api/performance/imports/imports.js';
import { stat } from 'node:fs/promises';
import { ADA, onEmptyAccord } from '../proof/empty-accord.js';
import { LONGER_FROM } from './repeated-log.js';
import { promiseSupport } from '../proof/uci.js';

/** Imports a file once into an empty Accord, and prints how long it took and the most memory that was held. */
const [, , database, path] = process.argv;

await onEmptyAccord(database!, async (empty) => {
  const serviceId = await promiseSupport(empty, LONGER_FROM);
  const at = new Date();
  const act = { viewer: await empty.get(Viewers).ofEmail(ADA, at), at };
  const file = { path: path!, name: 'log.csv.gz', bytes: (await stat(path!)).size, uploadId: null, digest: null };
  const started = performance.now();
  const order = { kind: 'tickets', profile: BUILT_IN_PROFILES[0]!, serviceId, sourceName: null, file } as const;
  const { run, done } = await empty.get(Imports).start(act, order);
  await done;
  const ms = performance.now() - started;
  const [{ state, judged }] = await empty.dataSource.query('SELECT state, judged FROM import_run WHERE id = $1', [
    run.id,
  ]);
  if (state !== 'done' || judged !== 2)
    throw new Error(`The import ended ${state}, ${judged} commitments were judged.`);
  console.log(JSON.stringify({ ms, peakMiB: process.resourceUsage().maxRSS / 1024 }));
});
