import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { type Step, step } from '../foundation/explanation.js';
import { assertInterval, clip, type Interval, subtract, unite } from '../foundation/interval.js';
import { closedOutages } from './closed-outage.js';
import type { Outage, Stretch } from './evidence.js';
import { availabilityOf, type AvailabilityParts, type ExcludedTime, type GapPolicy } from './availability-parts.js';
import type { Measured, OutageContribution } from './measured.js';
import { outageContributions } from './outage-contributions.js';
import { openMsOf } from './open-sum.js';

export interface AvailabilityTerms {
  readonly calendar: Calendar;
  readonly shortestOutageMs: number;
  readonly excludedTime: ExcludedTime;
  readonly gaps: GapPolicy;
}

export interface AvailabilityEvidence {
  readonly outages: readonly Outage[];
  readonly gaps: readonly Interval[];
  readonly maintenance: readonly Stretch[];
  readonly exclusions: readonly Stretch[];
}

/**
 * Measures availability from the start of a period until `judgedTo`: maintenance and exclusions are united first, then
 * outages less those, then gaps less both. A running outage lasts until `asOf`, which matters for the shortest outage
 * that counts.
 *
 * @throws {InputError} When an interval of the evidence is malformed.
 */
export function measureAvailability(
  terms: AvailabilityTerms,
  period: Interval,
  { judgedTo, asOf }: { readonly judgedTo: number; readonly asOf: number },
  evidence: AvailabilityEvidence,
): Measured {
  const { calendar, excludedTime, gaps: gapPolicy } = terms;
  evidence.gaps.forEach((gap, i) => assertInterval(`gaps[${i}]`, gap));
  const range = { from: period.from, to: judgedTo };
  const takenOut = takenOutOf(evidence);
  const excluded = clip(takenOut, range);
  const outages = closedOutages('outages', evidence.outages, asOf);
  const long = unite(outages).filter(({ from, to }) => to - from >= terms.shortestOutageMs);
  const down = subtract(clip(long, range), excluded);
  const unknown = subtract(subtract(clip(unite(evidence.gaps), range), excluded), down);

  const parts = {
    windowMs: openMsBetween(calendar, range.from, range.to),
    excludedMs: openMsOf(calendar, excluded),
    downMs: openMsOf(calendar, down),
    unknownMs: openMsOf(calendar, unknown),
  };
  const { badMs, totalMs } = availabilityOf(parts, excludedTime, gapPolicy);
  const restMs = restOf(calendar, { from: judgedTo, to: period.to }, takenOut, excludedTime);
  const lost = gapPolicy === 'bad' ? unite([...down, ...unknown]) : down;
  const contributions = outageContributions(calendar, range, outages, long, excluded);
  return {
    unit: 'ms',
    bad: badMs,
    total: totalMs,
    periodTotal: totalMs + restMs,
    coverage: {
      knownMs: parts.windowMs - parts.excludedMs - parts.unknownMs,
      expectedMs: parts.windowMs - parts.excludedMs,
    },
    losses: lost.map(({ from, to }) => ({ from, to, amount: openMsBetween(calendar, from, to) })),
    contributions,
    steps: stepsOf(terms, range, evidence, parts, contributions),
  };
}

function takenOutOf({ maintenance, exclusions }: AvailabilityEvidence): Interval[] {
  return unite([...maintenance, ...exclusions]);
}

/** Open time still to come that the promise will cover. */
function restOf(calendar: Calendar, rest: Interval, takenOut: readonly Interval[], excludedTime: ExcludedTime): number {
  const restMs = openMsBetween(calendar, rest.from, rest.to);
  return excludedTime === 'removed' ? restMs - openMsOf(calendar, clip(takenOut, rest)) : restMs;
}

function stepsOf(
  terms: AvailabilityTerms,
  range: Interval,
  { maintenance, exclusions }: AvailabilityEvidence,
  parts: AvailabilityParts,
  contributions: readonly OutageContribution[],
): Step[] {
  const touching = (stretches: readonly Stretch[]) =>
    stretches.filter(({ from, to }) => from < range.to && to > range.from).map(({ ref }) => ref);
  const counted = contributions.filter(({ notCounted }) => notCounted === null);
  const { goodMs, badMs, totalMs } = availabilityOf(parts, terms.excludedTime, terms.gaps);
  return [
    step(
      'availability.window',
      { ...range, zone: terms.calendar.zone, alwaysOpen: terms.calendar.alwaysOpen },
      parts.windowMs,
    ),
    step(
      'availability.excluded',
      { maintenance: touching(maintenance).length, exclusions: touching(exclusions).length },
      parts.excludedMs,
      [...touching(maintenance), ...touching(exclusions)],
    ),
    step(
      'availability.downtime',
      {
        outages: contributions.length,
        counted: counted.length,
        shortestOutageMs: terms.shortestOutageMs,
      },
      parts.downMs,
      counted.map(({ ref }) => ref),
    ),
    step('availability.unknown', { gaps: terms.gaps }, parts.unknownMs),
    step(
      'availability.total',
      { ...parts, excludedTime: terms.excludedTime, gaps: terms.gaps },
      { goodMs, badMs, totalMs },
    ),
  ];
}
