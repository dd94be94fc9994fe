import type { Run } from './load-runs.js';

/** Sums of counts in which one of the instants lies: what belongs to the one side of it, the sum does not say. */
export function unclearCounts(runs: readonly Run[], instants: ReadonlySet<number>): Run[] {
  const ordered = [...instants].sort((a, b) => a - b);
  return runs.filter(({ from, to, measurements }) => {
    if (measurements === 1) return false;
    const next = ordered[firstAfter(ordered, from)];
    return next !== undefined && next < to;
  });
}

/**
 * Runs of probes in which the status may not have held all along, or in which probes of another series saw something
 * else: who reads them in order of time, needs them one by one.
 *
 * @param longestHoldMs How long the status of a probe holds; null = until the next one.
 */
export function unclearProbes(runs: readonly Run[], longestHoldMs: number | null): Run[] {
  const disputed = disputedRuns(runs);
  return runs.filter(
    (run) =>
      run.measurements > 1 && ((longestHoldMs !== null && run.longestStepMs! > longestHoldMs) || disputed.has(run)),
  );
}

/** Those that share time, or an instant, with one of another status. */
function disputedRuns(runs: readonly Run[]): Set<Run> {
  const disputed = new Set<Run>();
  let open: Run[] = [];
  for (const run of runs.toSorted((a, b) => a.from - b.from)) {
    open = open.filter(({ to }) => to >= run.from);
    for (const other of open) if (other.up !== run.up) disputed.add(run).add(other);
    open.push(run);
  }
  return disputed;
}

function firstAfter(ordered: readonly number[], at: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
