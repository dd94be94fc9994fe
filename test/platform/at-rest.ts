import { setImmediate as turn } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** As much as is looked at of the pool of connections. */
interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** Between two questions of one request there are fewer turns of the event loop. */
const QUIET_TURNS = 20;

/** A connection that was cut may never be given back. */
const LONGEST_MS = 5_000;

/** Resolves when nothing is asked of the database any longer, also by requests of pages that have been closed. */
export async function atRest(dataSource: DataSource): Promise<void> {
  const { master: pool } = dataSource.driver as unknown as { master: Pool };
  const enough = AbortSignal.timeout(LONGEST_MS);
  for (let quiet = 0; quiet < QUIET_TURNS && !enough.aborted; quiet += 1) {
    await turn();
    if (pool.totalCount > pool.idleCount || pool.waitingCount > 0) quiet = 0;
  }
}
