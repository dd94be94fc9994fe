import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { fillWorld } from '../bench/bench-world.js';
import { histories, type History } from '../oracle/history.js';
import { replayer } from '../oracle/replay.js';
import { type Proof, proofOf } from './proof.js';

const CASES = 1_000;

/** Each has a database of its own: while one is judged in this process, the other one's server of databases works. */
const AT_ONCE = 2;

/** Random histories of services: what was judged by days and by what changed, against every single measurement. */
export async function incremental(freshDatabase: () => Promise<string>): Promise<Proof[]> {
  const waiting = fc.sample(histories, { numRuns: CASES, seed: Number(process.env.PROPERTY_SEED ?? 2) });
  const agree = await Promise.all(
    Array.from({ length: AT_ONCE }, async () => agreeing(await freshDatabase(), waiting)),
  );
  const all = agree.reduce((sum, count) => sum + count, 0);
  return [proofOf('incremental-judging', all, CASES, { of: CASES, ratio: 1 })];
}

/** Takes histories until there are no more. @returns How many of them agree. */
function agreeing(database: string, waiting: History[]): Promise<number> {
  return fillWorld(database, async (given, _, api) => {
    const replay = await replayer(api, given);
    let agree = 0;
    for (let history = waiting.pop(); history !== undefined; history = waiting.pop()) {
      const { judged, restated } = await replay(history);
      const same = [...judged, ...restated].every(({ state, stored, expected, hasLateData, isLate }) =>
        state === 'open' ? isDeepStrictEqual(stored, expected) : hasLateData === isLate,
      );
      if (same && restated.every(({ isLate }) => !isLate)) agree += 1;
      else console.error(JSON.stringify(history));
    }
    return agree;
  });
}
