import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { fillWorld } from '../bench/bench-world.js';
import { histories } from '../oracle/history.js';
import { replayer } from '../oracle/replay.js';
import { type Proof, proofOf } from './proof.js';

const CASES = 1_000;

/** Random histories of services: what was judged by days and by what changed, against every single measurement. */
export function incremental(database: string): Promise<Proof[]> {
  return fillWorld(database, async (given, _, api) => {
    const replay = await replayer(api, given);
    let agree = 0;
    for (const history of fc.sample(histories, { numRuns: CASES, seed: Number(process.env.PROPERTY_SEED ?? 2) })) {
      const { judged, restated } = await replay(history);
      const same = [...judged, ...restated].every(({ state, stored, expected, hasLateData, isLate }) =>
        state === 'open' ? isDeepStrictEqual(stored, expected) : hasLateData === isLate,
      );
      if (same && restated.every(({ isLate }) => !isLate)) agree += 1;
      else console.error(JSON.stringify(history));
    }
    return [proofOf('incremental-judging', agree, CASES, { of: CASES, ratio: 1 })];
  });
}
