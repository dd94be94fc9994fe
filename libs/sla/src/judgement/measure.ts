import { HUNDRED } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import type { Interval } from '../foundation/interval.js';
import { assertEvidence } from '../indicator/assert-evidence.js';
import { measureAvailability } from '../indicator/availability.js';
import { measureComposite } from '../indicator/composite.js';
import { measureCounts } from '../indicator/counts.js';
import { namesIn, outagesOfWhole, type PartOutages } from '../indicator/dependency.js';
import type { Evidence } from '../indicator/evidence.js';
import type { AvailabilityIndicator, Indicator } from '../indicator/indicator.js';
import type { Measured } from '../indicator/measured.js';
import { readProbes } from '../indicator/probes.js';
import { measureSlices } from '../indicator/slice-columns.js';
import { measureSamples, measureSketches, probesOf } from '../indicator/threshold.js';
import { measureTickets } from '../indicator/tickets.js';
import { measureTimeSlices, slicesOf } from '../indicator/time-slices.js';
import { measureUserMinutes } from '../indicator/user-minutes.js';
import { allowedBadPercent } from '../objective/objective.js';
import { dayBoundaries } from '../window/day-boundaries.js';
import type { Period } from '../window/period.js';
import type { Terms } from './terms.js';

/** Up to when a period is judged, and up to when events are known: not before that. */
export interface Known {
  readonly judgedTo: number;
  readonly asOf: number;
}

/** Lets the indicator of the terms look at the evidence. @throws {InputError} When the two do not fit. */
export function measure(terms: Terms, period: Period, known: Known, evidence: Evidence): Measured {
  return measureBy(terms.indicator, terms, period, known, evidence);
}

function measureBy(indicator: Indicator, terms: Terms, period: Period, known: Known, evidence: Evidence): Measured {
  assertEvidence('evidence', evidence);
  const { judgedTo } = known;
  const { calendar, excludedTime, missingData } = terms;
  const { maintenance = [], exclusions = [] } = evidence;
  const takenOut = [...maintenance, ...exclusions];
  const { gaps } = missingData;
  const available = (shortestOutageMs: number, seen: PartOutages) =>
    measureAvailability({ calendar, shortestOutageMs, excludedTime, gaps }, period, known, {
      outages: seen.outages,
      gaps: seen.gaps ?? [],
      maintenance,
      exclusions,
    });

  switch (indicator.kind) {
    case 'availability':
      return available(indicator.shortestOutageMs ?? 0, downAndUnknown(indicator, period, judgedTo, evidence));
    case 'ticketsInTime':
      if (evidence.kind !== 'tickets') throw misfit(evidence, 'tickets');
      return measureTickets({ calendar, targetMs: indicator.targetMs }, period, judgedTo, evidence.tickets, exclusions);
    case 'goodTotal':
      if (evidence.kind === 'slices')
        return measureSlices(calendar, evidence, dayBoundaries(period, judgedTo), takenOut);
      if (evidence.kind !== 'counts') throw misfit(evidence, 'counts or slices');
      return measureCounts(calendar, period, judgedTo, evidence.counts, takenOut);
    case 'threshold': {
      if (evidence.kind !== 'samples') throw misfit(evidence, 'samples');
      if (indicator.by === 'sample')
        return measureSamples(calendar, indicator, period, judgedTo, evidence.samples, takenOut);
      const probes = probesOf(indicator, evidence.samples);
      return available(0, readProbes(probes, { from: period.from, to: judgedTo }, indicator.maxHoldMs));
    }
    case 'percentile': {
      const { limit, unit } = indicator;
      if (evidence.kind === 'samples')
        return measureSamples(calendar, { limit, good: 'atMost' }, period, judgedTo, evidence.samples, takenOut);
      if (evidence.kind !== 'sketches') throw misfit(evidence, 'sketches or samples');
      const percent = HUNDRED.minus(allowedBadPercent(terms.objective)).toFixed();
      const promised = { limit, percent, ...(unit !== undefined && { unit }) };
      return measureSketches(calendar, promised, period, judgedTo, evidence.sketches, takenOut);
    }
    case 'timeSlices':
    case 'ratioTimeSlices': {
      if (evidence.kind !== 'slices' && evidence.kind !== 'counts') throw misfit(evidence, 'slices or counts');
      const slices = evidence.kind === 'slices' ? slicesOf(evidence) : evidence.counts;
      return measureTimeSlices({ calendar, indicator, gaps }, period, judgedTo, slices, takenOut);
    }
    case 'userMinutes':
      if (evidence.kind !== 'impacts') throw misfit(evidence, 'impacts');
      return measureUserMinutes({ calendar, excludedTime }, period, known, evidence, takenOut);
    case 'composite': {
      const parts = indicator.parts.map(({ name, weight, indicator: part }) => {
        const own = partOf(evidence, name);
        assertEvidence(`evidence.parts.${name}`, own);
        const whole = {
          maintenance: [...maintenance, ...(own.maintenance ?? [])],
          exclusions: [...exclusions, ...(own.exclusions ?? [])],
        };
        return { name, weight, measured: measureBy(part, terms, period, known, { ...own, ...whole }) };
      });
      return measureComposite(parts, gaps);
    }
  }
}

function downAndUnknown(
  indicator: AvailabilityIndicator,
  period: Interval,
  judgedTo: number,
  evidence: Evidence,
): PartOutages {
  assertEvidence('evidence', evidence);
  const { maxHoldMs, dependency } = indicator;
  if (dependency !== undefined) {
    const names = namesIn(dependency);
    const seen = names.map((name) => [
      name,
      downAndUnknown(
        { kind: 'availability', ...(maxHoldMs !== undefined && { maxHoldMs }) },
        period,
        judgedTo,
        partOf(evidence, name),
      ),
    ]);
    return outagesOfWhole(dependency, Object.fromEntries(seen));
  }
  if (evidence.kind === 'outages') return evidence;
  if (evidence.kind === 'probes') return readProbes(evidence.probes, { from: period.from, to: judgedTo }, maxHoldMs);
  throw misfit(evidence, 'outages or probes');
}

function partOf(evidence: Evidence, name: string): Evidence {
  if (evidence.kind !== 'parts') throw misfit(evidence, 'parts');
  if (Object.hasOwn(evidence.parts, name)) return evidence.parts[name]!;
  throw new InputError('MISSING', `evidence.parts.${name}`, undefined, 'must be given: the indicator has such a part');
}

function misfit({ kind }: Evidence, needed: string): InputError {
  return new InputError('MISMATCH', 'evidence.kind', kind, `must be ${needed} for this indicator`);
}
