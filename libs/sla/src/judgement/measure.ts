import { InputError } from '../foundation/input-error.js';
import type { Interval } from '../foundation/interval.js';
import { measureAvailability } from '../indicator/availability.js';
import { measureCounts } from '../indicator/counts.js';
import type { Evidence } from '../indicator/evidence.js';
import type { AvailabilityIndicator } from '../indicator/indicator.js';
import type { Measured } from '../indicator/measured.js';
import { readProbes } from '../indicator/probes.js';
import { measureSlices } from '../indicator/slice-columns.js';
import { measureTickets } from '../indicator/tickets.js';
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
  const { judgedTo } = known;
  const { indicator, calendar } = terms;
  const { maintenance = [], exclusions = [] } = evidence;
  if (indicator.kind === 'availability') {
    const range = { from: period.from, to: judgedTo };
    const { shortestOutageMs = 0 } = indicator;
    const seen = { ...downAndUnknown(indicator, range, evidence), maintenance, exclusions };
    const { excludedTime, missingData } = terms;
    return measureAvailability(
      { calendar, shortestOutageMs, excludedTime, gaps: missingData.gaps },
      period,
      known,
      seen,
    );
  }
  if (indicator.kind === 'ticketsInTime') {
    if (evidence.kind !== 'tickets') throw misfit(evidence, 'tickets');
    return measureTickets({ calendar, targetMs: indicator.targetMs }, period, judgedTo, evidence.tickets, exclusions);
  }
  if (evidence.kind === 'slices')
    return measureSlices(calendar, evidence, dayBoundaries(period, judgedTo), [...maintenance, ...exclusions]);
  if (evidence.kind !== 'counts') throw misfit(evidence, 'counts or slices');
  return measureCounts(calendar, period, judgedTo, evidence.counts, [...maintenance, ...exclusions]);
}

function downAndUnknown({ maxHoldMs }: AvailabilityIndicator, range: Interval, evidence: Evidence) {
  if (evidence.kind === 'outages') return { outages: evidence.outages, gaps: evidence.gaps ?? [] };
  if (evidence.kind === 'probes') return readProbes(evidence.probes, range, maxHoldMs);
  throw misfit(evidence, 'outages or probes');
}

function misfit({ kind }: Evidence, needed: string): InputError {
  return new InputError('MISMATCH', 'evidence.kind', kind, `must be ${needed} for this indicator`);
}
