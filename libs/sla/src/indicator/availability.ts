import type { Calendar } from '../calendar/calendar.js';
import { openMsBetween } from '../calendar/open-time.js';
import { type Step, step } from '../foundation/explanation.js';
import { assertInterval, clip, type Interval, subtract, unite } from '../foundation/interval.js';
import { assertInstant } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { Outage, Stretch } from './evidence.js';
import type { Measured, OutageContribution } from './measured.js';
import { openMsOf } from './open-sum.js';

/** Whether time taken out leaves the denominator, or stays in it as time in which the service was up. */
export type ExcludedTime = 'removed' | 'countsAsUp';

/** What time without data counts as: left out of the figure, up, or down. */
export type GapPolicy = 'ignore' | 'good' | 'bad';

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

/** The parts of a range, in open milliseconds. */
export interface AvailabilityParts {
  readonly windowMs: number;
  /** Maintenance and exclusions, united. */
  readonly excludedMs: number;
  /** Outages outside of those. */
  readonly downMs: number;
  /** Gaps outside of both. */
  readonly unknownMs: number;
}

/**
 * Good and total time of the parts: excluded time leaves the total or stays in it as up, unknown time leaves it or
 * counts as up or down.
 */
export function availabilityOf(parts: AvailabilityParts, excludedTime: ExcludedTime, gaps: GapPolicy) {
  const { windowMs, excludedMs, downMs, unknownMs } = parts;
  const promisedMs = excludedTime === 'removed' ? windowMs - excludedMs : windowMs;
  const totalMs = gaps === 'ignore' ? promisedMs - unknownMs : promisedMs;
  const badMs = gaps === 'bad' ? downMs + unknownMs : downMs;
  return { goodMs: totalMs - badMs, badMs, totalMs };
}

/**
 * Measures availability from the start of a period until `judgedTo`. A running outage lasts until `asOf`, which
 * matters for the shortest outage that counts. Maintenance and
 * exclusions are united first, then outages less those, then gaps less both.
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
  const range = { from: period.from, to: judgedTo };
  const takenOut = takenOutOf(evidence);
  const excluded = clip(takenOut, range);
  const outages = closedOutages(evidence.outages, asOf);
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
  const contributions = contributionsOf(terms, range, outages, long, excluded);
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
  maintenance.forEach((stretch, i) => assertInterval(`maintenance[${i}]`, stretch));
  exclusions.forEach((stretch, i) => assertInterval(`exclusions[${i}]`, stretch));
  return unite([...maintenance, ...exclusions]);
}

function closedOutages(outages: readonly Outage[], asOf: number): (Interval & { readonly ref: string })[] {
  return outages
    .map(({ ref, from, to }, i) => {
      assertInstant(`outages[${i}].from`, from);
      if (to !== null) assertInstant(`outages[${i}].to`, to);
      if (to !== null && to < from)
        throw new InputError('EMPTY_INTERVAL', `outages[${i}].to`, to, 'must not lie before `from`');
      return { ref, from, to: to ?? Math.max(from, asOf) };
    })
    .sort((a, b) => a.from - b.from);
}

/** Open time still to come that the promise will cover. */
function restOf(calendar: Calendar, rest: Interval, takenOut: readonly Interval[], excludedTime: ExcludedTime): number {
  const restMs = openMsBetween(calendar, rest.from, rest.to);
  return excludedTime === 'removed' ? restMs - openMsOf(calendar, clip(takenOut, rest)) : restMs;
}

/** Walks the outages once; each answers for the time that no earlier one covers. */
function contributionsOf(
  { calendar }: AvailabilityTerms,
  range: Interval,
  outages: readonly (Interval & { readonly ref: string })[],
  long: readonly Interval[],
  excluded: readonly Interval[],
): OutageContribution[] {
  const contributions: OutageContribution[] = [];
  let coveredTo = range.from;
  let run = 0;
  let off = 0;
  for (const { ref, from, to } of outages) {
    if (to <= range.from || from >= range.to || from === to) continue;
    while (run < long.length && long[run]!.to <= from) run += 1;
    const counts = run < long.length && long[run]!.from <= from;
    const own = { from: Math.max(from, coveredTo), to: Math.min(to, range.to) };
    while (off < excluded.length && excluded[off]!.to <= own.from) off += 1;
    const answer = (countedMs: number, notCounted: OutageContribution['notCounted']) =>
      contributions.push({ kind: 'outage', ref, from, to, countedMs, notCounted });
    if (!counts) {
      answer(0, 'tooShort');
      continue;
    }
    coveredTo = Math.max(coveredTo, own.to);
    if (own.from >= own.to) {
      answer(0, 'coveredByAnother');
      continue;
    }
    const openMs = openMsBetween(calendar, own.from, own.to);
    let countedMs = openMs;
    for (let i = off; i < excluded.length && excluded[i]!.from < own.to; i += 1) {
      countedMs -= openMsBetween(calendar, Math.max(excluded[i]!.from, own.from), Math.min(excluded[i]!.to, own.to));
    }
    answer(countedMs, countedMs > 0 ? null : openMs > 0 ? 'excluded' : 'outsideCalendar');
  }
  return contributions;
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
