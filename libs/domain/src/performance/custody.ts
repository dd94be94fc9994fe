import type { RunningTime } from '@accord/sla';

/** From when on somebody has a ticket; null = nobody is named. */
export interface Handover {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whatever tells one holder from another. */
  readonly holder: string | null;
}

/** A stretch of a clock in the hands of one holder. */
export interface HeldStretch {
  readonly from: number;
  readonly to: number;
  /** null = nobody knows who had it. */
  readonly holder: string | null;
  /** Time of it that the clock ran; 0 while it was closed or waited. */
  readonly runningMs: number;
}

/** What the holders of a ticket used up of a clock. */
export interface HeldShare {
  readonly holder: string | null;
  readonly runningMs: number;
}

/** Who had a ticket while a clock ran. */
export interface Custody {
  /** In order; they touch, and cover the clock from its start to its stop. */
  readonly stretches: readonly HeldStretch[];
  /** Of everybody who had it, who used up most first; together what the clock ran. */
  readonly shares: readonly HeldShare[];
  /** How often it went from one to another. */
  readonly handovers: number;
  /** In whose hands the last of the promised time was used up; absent where it was enough. */
  readonly ranOutWith?: { readonly holder: string | null };
}

/**
 * Who had a ticket, for each moment of a clock: a ticket is in the hands of whom it was given to last. Before anything is
 * known of it, nobody knows. A target that is used up exactly when the ticket changes hands is used up by who had it.
 *
 * @param handovers In order of time; of several at one instant the last counts.
 * @param targetMs Running time that was promised. A target of 0 is used up by who had the ticket first.
 */
export function custodyOf(clock: RunningTime, handovers: readonly Handover[], targetMs: number): Custody {
  const stretches = stretchesOf(clock, handovers);
  const shares = new Map<string | null, number>();
  for (const { holder, runningMs } of stretches) shares.set(holder, (shares.get(holder) ?? 0) + runningMs);
  const ranOut = ranOutIn(stretches, targetMs);
  return {
    stretches,
    shares: [...shares].map(([holder, runningMs]) => ({ holder, runningMs })).sort((a, b) => b.runningMs - a.runningMs),
    handovers: handoversOf(stretches),
    ...(ranOut && { ranOutWith: { holder: ranOut.holder } }),
  };
}

function stretchesOf(clock: RunningTime, handovers: readonly Handover[]): HeldStretch[] {
  const stretches: HeldStretch[] = [];
  let [from, holder]: [number, string | null] = [clock.from, null];
  const end = (to: number) => {
    if (to <= from) return;
    const last = stretches.at(-1);
    // Handed on and back at one instant, it has never left.
    if (last?.holder === holder) from = stretches.pop()!.from;
    stretches.push({ from, to, holder, runningMs: clock.between(from, to) });
    from = to;
  };
  for (const next of handovers) {
    if (next.at >= clock.to) break;
    if (next.holder === holder) continue;
    end(next.at);
    holder = next.holder;
  }
  end(clock.to);
  return stretches;
}

/** In whose stretch the promised time was used up; undefined while no more than that was used. */
function ranOutIn(stretches: readonly HeldStretch[], targetMs: number): HeldStretch | undefined {
  const usedMs = stretches.reduce((sum, { runningMs }) => sum + runningMs, 0);
  if (usedMs <= targetMs) return undefined;
  let leftMs = targetMs;
  return stretches.find(({ runningMs }) => (leftMs -= runningMs) <= 0);
}

/** Times that somebody has it who is not the last one known to have had it. */
function handoversOf(stretches: readonly HeldStretch[]): number {
  const known = stretches.flatMap(({ holder }) => (holder === null ? [] : [holder]));
  return known.filter((holder, i) => i > 0 && holder !== known[i - 1]).length;
}
