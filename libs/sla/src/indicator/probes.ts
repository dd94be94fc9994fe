import { assertDuration, assertInstant, assertOneOf } from '../foundation/check.js';
import { assertInterval, type Interval, subtract, unite } from '../foundation/interval.js';
import { assertRecords } from '../foundation/records.js';
import type { Outage, Probe } from './evidence.js';

const STATUSES = ['up', 'down'] as const;

/** What probes say of a range: when it was down, and when nobody knows. */
export interface ProbeReading {
  readonly outages: readonly (Outage & { readonly to: number })[];
  readonly gaps: readonly Interval[];
}

/**
 * Reads probes. A status holds until the next probe, `maxHoldMs` at most; the last one holds only for `maxHoldMs`. Time
 * before the first probe, and time that no status holds, is a gap. Of two probes at one instant the later in the list
 * holds, and an outage is named after the first one that saw it. Probes that saw the same, one soon after the other, may be given as two: the first with `until`, and the last.
 *
 * @throws {InputError} When a probe stands at no instant, its status is unknown, or the range malformed.
 */
export function readProbes(probes: readonly Probe[], range: Interval, maxHoldMs?: number): ProbeReading {
  assertRecords('probes', probes);
  probes.forEach(assertProbe);
  assertInterval('range', range);
  assertDuration('maxHoldMs', maxHoldMs ?? 0);
  const ordered = inOrder(probes);
  const known: Interval[] = [];
  const outages: { ref: string; from: number; to: number }[] = [];
  ordered.forEach((probe, i) => {
    const to = heldUntil(probe, ordered[i + 1], maxHoldMs);
    if (to === probe.at) return;
    known.push({ from: probe.at, to });
    if (probe.status === 'up') return;
    const last = outages.at(-1);
    if (last && last.to >= probe.at) last.to = Math.max(last.to, to);
    else outages.push({ ref: firstLike(ordered, i).ref, from: probe.at, to });
  });
  return { outages, gaps: subtract([range], unite(known)) };
}

function assertProbe({ at, status, until }: Probe, i: number): void {
  assertInstant(`probes[${i}].at`, at);
  if (until !== undefined) assertInterval(`probes[${i}]`, { from: at, to: until });
  assertOneOf(`probes[${i}].status`, status, STATUSES);
}

function heldUntil({ at, until = at }: Probe, next: Probe | undefined, maxHoldMs?: number): number {
  const longest = maxHoldMs === undefined ? Infinity : at + maxHoldMs;
  return Math.max(until, next ? Math.min(next.at, longest) : maxHoldMs === undefined ? at : longest);
}

/** The first of the probes at one instant that saw the same. */
function firstLike(ordered: readonly Probe[], place: number): Probe {
  const { at, status } = ordered[place]!;
  let first = place;
  for (let i = place; ordered[i]?.at === at; i -= 1) if (ordered[i]!.status === status) first = i;
  return ordered[first]!;
}

function inOrder(probes: readonly Probe[]): readonly Probe[] {
  const ordered = probes.every(({ at }, i) => i === 0 || probes[i - 1]!.at <= at);
  return ordered ? probes : [...probes].sort((a, b) => a.at - b.at);
}
