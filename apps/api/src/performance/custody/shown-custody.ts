import { custodyOf } from '@accord/domain';
import type { RunningTime } from '@accord/sla';
import { NOBODY, type ShownHandover, type ShownHolder } from './handovers.loader.js';

export interface ShownStretch {
  holder: ShownHolder;
  from: Date;
  to: Date;
  runningMs: number;
}

/** Who had a ticket while a clock ran, as the API shows it. */
export interface ShownCustody {
  stretches: ShownStretch[];
  shares: { holder: ShownHolder; runningMs: number }[];
  handovers: number;
  ranOutWith: ShownHolder | null;
}

/** Where the source does not say who has a ticket, nobody had it. */
export function shownCustody(clock: RunningTime, handovers: readonly ShownHandover[], targetMs: number): ShownCustody {
  const holders = new Map(handovers.map(({ holder }) => [holder.key, holder]));
  const holderOf = (key: string | null) => (key === null ? NOBODY : holders.get(key)!);
  const changes = handovers.map(({ at, holder: { key } }) => ({ at, holder: key }));
  const { stretches, shares, handovers: count, ranOutWith } = custodyOf(clock, changes, targetMs);
  return {
    stretches: stretches.map(({ holder, from, to, runningMs }) => ({
      holder: holderOf(holder),
      from: new Date(from),
      to: new Date(to),
      runningMs,
    })),
    shares: shares.map(({ holder, runningMs }) => ({ holder: holderOf(holder), runningMs })),
    handovers: count,
    ranOutWith: ranOutWith ? holderOf(ranOutWith.holder) : null,
  };
}
