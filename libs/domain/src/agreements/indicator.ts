import { DomainError } from '../domain-error.js';
import { unitFault } from '../performance/measurements/told-values.js';

export const AVAILABILITY_SOURCES = ['outages', 'probes'] as const;
export type AvailabilitySource = (typeof AVAILABILITY_SOURCES)[number];

export const TICKET_METRICS = ['firstResponse', 'resolution', 'closure'] as const;
export type TicketMetric = (typeof TICKET_METRICS)[number];

/** What share of the service time it was up. */
export interface AvailabilityIndicator {
  readonly kind: 'availability';
  readonly source: AvailabilitySource;
  /** Shorter outages do not count. */
  readonly shortestOutageMs: number;
  /** How long the status of a probe holds; null = until the next one. */
  readonly longestHoldMs: number | null;
}

/** What share of the tickets met the target of their priority. */
export interface TicketsInTimeIndicator {
  readonly kind: 'ticketsInTime';
  readonly metric: TicketMetric;
  readonly targets: readonly PriorityTarget[];
  /** With fewer decided tickets than this, `allowedFailures` may fail; null = no such rule. */
  readonly lowVolumeUnder: number | null;
  readonly allowedFailures: number | null;
}

export interface PriorityTarget {
  readonly priority: number;
  readonly targetMs: number;
}

/** What share of the events of a named series was good. */
export interface GoodOfTotalIndicator {
  readonly kind: 'goodOfTotal';
  readonly series: string;
}

/** What share of the values of a named series, such as times to answer, do not exceed a limit. */
export interface PercentileIndicator {
  readonly kind: 'percentile';
  readonly series: string;
  readonly limit: number;
  /** In which the series is measured, such as ms. */
  readonly unit: string;
}

/** What share of the answers to a survey says that whoever answered was satisfied: the field's CSAT. */
export interface SatisfactionIndicator {
  readonly kind: 'satisfaction';
  /** The survey. */
  readonly series: string;
  /** The scale that it is answered on; answers on another one do not count. */
  readonly lowest: number;
  readonly highest: number;
  /** The lowest score of those who were satisfied. */
  readonly satisfiedFrom: number;
  /** Of fewer answers nothing is said. */
  readonly leastAnswers: number;
}

/** What is measured. */
export type Indicator =
  | AvailabilityIndicator
  | TicketsInTimeIndicator
  | GoodOfTotalIndicator
  | PercentileIndicator
  | SatisfactionIndicator;
export const INDICATOR_KINDS = ['availability', 'ticketsInTime', 'goodOfTotal', 'percentile', 'satisfaction'] as const;

/** People who answered are not looked at in smaller groups, so that no answer can be told from the others. */
export const SMALLEST_GROUP = 5;

/** @throws {DomainError} When the indicator cannot be measured as it is stated. */
export function assertIndicator(indicator: Indicator): void {
  switch (indicator.kind) {
    case 'availability':
      return assertAvailability(indicator);
    case 'ticketsInTime':
      return assertTicketsInTime(indicator);
    case 'goodOfTotal':
      if (!indicator.series.trim()) throw wrong('Name the series whose good events are counted.', 'series');
      return;
    case 'percentile':
      return assertPercentile(indicator);
    case 'satisfaction':
      return assertSatisfaction(indicator);
  }
}

function assertPercentile({ series, limit, unit }: PercentileIndicator): void {
  if (!series.trim()) throw wrong('Name the series whose values are measured.', 'series');
  if (!(Number.isFinite(limit) && limit > 0 && limit <= GREATEST_LIMIT))
    throw wrong('The limit that values may reach is a number above 0.', 'limit');
  if (unitFault(unit)) throw wrong('Name the unit in which the series is measured, such as ms.', 'unit');
}

const GREATEST_LIMIT = 1e12;

function assertAvailability({ source, shortestOutageMs, longestHoldMs }: AvailabilityIndicator): void {
  if (!isCount(shortestOutageMs)) {
    throw wrong('The shortest outage that counts is a whole number of milliseconds, 0 or more.', 'shortestOutageMs');
  }
  if (longestHoldMs === null) return;
  if (source === 'outages')
    throw wrong('Only the status of a probe holds for a time; outages have an end.', 'longestHoldMs');
  if (!isCount(longestHoldMs) || longestHoldMs === 0) {
    throw wrong('A probe holds for a whole number of milliseconds, more than 0.', 'longestHoldMs');
  }
}

function assertTicketsInTime({ targets, lowVolumeUnder, allowedFailures }: TicketsInTimeIndicator): void {
  if (targets.length === 0) throw wrong('Give at least one priority a target.', 'targets');
  const priorities = targets.map(({ priority }) => priority);
  const twice = priorities.find((priority, i) => priorities.indexOf(priority) !== i);
  if (twice !== undefined) throw wrong(`Priority ${twice} has two targets.`, 'targets');
  const odd = targets.find(
    ({ priority, targetMs }) => !isCount(priority) || priority < 1 || !isCount(targetMs) || targetMs === 0,
  );
  if (odd)
    throw wrong('A priority is 1 or more, and its target a whole number of milliseconds, more than 0.', 'targets');
  if ((lowVolumeUnder === null) !== (allowedFailures === null)) {
    throw wrong('A low-volume rule says both under how many tickets it holds and how many may fail.', 'lowVolumeUnder');
  }
  if (lowVolumeUnder === null || allowedFailures === null) return;
  if (!isCount(lowVolumeUnder) || !isCount(allowedFailures) || allowedFailures >= lowVolumeUnder) {
    throw wrong('The failures allowed are 0 or more, and fewer than the tickets of a low volume.', 'allowedFailures');
  }
}

function assertSatisfaction({ series, lowest, highest, satisfiedFrom, leastAnswers }: SatisfactionIndicator): void {
  if (!series.trim()) throw wrong('Name the survey whose answers are counted.', 'series');
  if (!isScale(lowest, highest)) throw wrong(`A scale ${SCALE_RULE}.`, 'highest');
  if (!Number.isSafeInteger(satisfiedFrom) || satisfiedFrom <= lowest || satisfiedFrom > highest)
    throw wrong('The lowest score of the satisfied lies on the scale, above its lowest score.', 'satisfiedFrom');
  if (!isCount(leastAnswers) || leastAnswers < SMALLEST_GROUP)
    throw wrong(`Nothing is said of fewer than ${SMALLEST_GROUP} answers, so that none can be told.`, 'leastAnswers');
}

export const SCALE_RULE = 'runs from a whole number to a higher one, from 0 to 100';

/** Whether a survey can be answered on the scale: 1 to 5, 0 to 10. */
export const isScale = (lowest: number, highest: number): boolean =>
  isCount(lowest) && isCount(highest) && lowest < highest && highest <= 100;

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const wrong = (message: string, field: string) => new DomainError('WRONG_INDICATOR', message, ['indicator', field]);
