import { type JudgedChain, judgeChainOf } from '@accord/domain';
import { readChainWorld } from '../../agreements/chain/chain-world.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

/** What commitments rest on today; null where nothing is known. Not filtered by who looks. */
export const chainOf = defineLoader<string, JudgedChain | null>(async (ids, { manager, act }) => {
  const world = await readChainWorld(manager, ids, act.at);
  const range = yearFrom(act.at);
  return ids.map((id) => judgeChainOf(id, world, range));
});

/** The days over which hours are compared. */
export function yearFrom(at: Date) {
  const from = Math.floor(at.getTime() / DAY_MS) * DAY_MS;
  return { from, to: from + 365 * DAY_MS };
}

const DAY_MS = 86_400_000;
