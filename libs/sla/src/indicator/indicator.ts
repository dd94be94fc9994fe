import { assertDuration, assertList, assertOneOf, assertRecord, assertText } from '../foundation/check.js';
import { Exact, parseDecimal, parsePercent } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';
import { assertDependency, type Dependency } from './dependency.js';

/** What a commitment measures. */
export type Indicator =
  | AvailabilityIndicator
  | TicketsInTimeIndicator
  | GoodTotalIndicator
  | ThresholdIndicator
  | PercentileIndicator
  | TimeSlicesIndicator
  | RatioTimeSlicesIndicator
  | UserMinutesIndicator
  | CompositeIndicator;

/** The share of open time in which the service was up; from outages or probes. */
export interface AvailabilityIndicator {
  readonly kind: 'availability';
  /** Shorter outages do not count. Overlapping and touching outages are one. Default 0: all count. */
  readonly shortestOutageMs?: number;
  /** How long the status of a probe holds at most. Default: until the next probe, and not beyond the last one. */
  readonly maxHoldMs?: number;
  /** How the service hangs on its parts, whose evidence is given by name. Default: it is seen as a whole. */
  readonly dependency?: Dependency;
}

/** The share of tickets, decided in the period, whose clock met its target. */
export interface TicketsInTimeIndicator {
  readonly kind: 'ticketsInTime';
  /** Open time allowed: one for all tickets, or by priority. A priority without a target is not counted. */
  readonly targetMs: number | Readonly<Record<string, number>>;
}

/**
 * The share of good events: the sum of good ones over the sum of all, never a mean of ratios. Under other names:
 * occurrences, request-based, and with `lte` an execution-based error rate.
 */
export interface GoodTotalIndicator {
  readonly kind: 'goodTotal';
}

/** The share of samples, or of the time that they stand for, in which a value kept a limit. */
export interface ThresholdIndicator {
  readonly kind: 'threshold';
  readonly limit: number;
  /** A value on the limit is good. */
  readonly good: 'atMost' | 'atLeast';
  /** Whether samples are counted, or the open time in which the last one was good. */
  readonly by: 'sample' | 'time';
  /** Of time: how long a sample holds at most. Default: until the next one, and not beyond the last one. */
  readonly maxHoldMs?: number;
}

/**
 * A percentile of values that may not exceed a limit: p95 of at most 300 ms is a limit of 300 and a `gte` objective of
 * 95. For that is the same as at least 95 % of the values being at most 300, which has an error budget: the slow 5 %.
 */
export interface PercentileIndicator {
  readonly kind: 'percentile';
  readonly limit: number;
  /** Of the limit and of the values, such as ms; the explanation tells it. Sketches know none. */
  readonly unit?: string;
}

/** What a slice of time without events counts as: good, bad, or not at all. Default `good`: nothing went wrong in it. */
export type IdlePolicy = 'good' | 'bad' | 'ignore';

/** The share of slices of time that were good: each counts the same, however many events it has. */
export interface TimeSlicesIndicator {
  readonly kind: 'timeSlices';
  /** A slice is good when at least so many percent of its events are. */
  readonly sliceTargetPercent: string;
  readonly idle?: IdlePolicy;
}

/** The mean of the ratios of slices of time. What contracts call an averaged interval error rate, with `lte`. */
export interface RatioTimeSlicesIndicator {
  readonly kind: 'ratioTimeSlices';
  readonly idle?: IdlePolicy;
}

/** The share of open time that users had: each outage weighs as many of them as it hit. */
export interface UserMinutesIndicator {
  readonly kind: 'userMinutes';
}

/** What several indicators come to, each with its weight. The evidence of each part is given by its name. */
export interface CompositeIndicator {
  readonly kind: 'composite';
  readonly parts: readonly WeightedPart[];
}

export interface WeightedPart {
  readonly name: string;
  /** A share of 1 as a decimal, above 0; the weights of all parts make up 1. */
  readonly weight: string;
  readonly indicator: Indicator;
}

const KINDS = [
  'availability',
  'ticketsInTime',
  'goodTotal',
  'threshold',
  'percentile',
  'timeSlices',
  'ratioTimeSlices',
  'userMinutes',
  'composite',
] as const;

/** @throws {InputError} When the kind is unknown, or anything in it is malformed or out of range. */
export function assertIndicator(path: string, indicator: Indicator): void {
  assertRecord(path, indicator);
  assertOneOf(`${path}.kind`, indicator.kind, KINDS);
  switch (indicator.kind) {
    case 'availability':
      assertDuration(`${path}.shortestOutageMs`, indicator.shortestOutageMs ?? 0);
      assertDuration(`${path}.maxHoldMs`, indicator.maxHoldMs ?? 0);
      if (indicator.dependency !== undefined) assertDependency(`${path}.dependency`, indicator.dependency);
      return;
    case 'ticketsInTime':
      return assertTargets(`${path}.targetMs`, indicator.targetMs);
    case 'threshold':
      assertLimit(`${path}.limit`, indicator.limit);
      assertOneOf(`${path}.good`, indicator.good, ['atMost', 'atLeast']);
      assertOneOf(`${path}.by`, indicator.by, ['sample', 'time']);
      return assertDuration(`${path}.maxHoldMs`, indicator.maxHoldMs ?? 0);
    case 'percentile':
      if (indicator.unit !== undefined) assertText(`${path}.unit`, indicator.unit);
      return assertLimit(`${path}.limit`, indicator.limit);
    case 'timeSlices':
      parsePercent(`${path}.sliceTargetPercent`, indicator.sliceTargetPercent);
      return assertOneOf(`${path}.idle`, indicator.idle ?? 'good', IDLE);
    case 'ratioTimeSlices':
      return assertOneOf(`${path}.idle`, indicator.idle ?? 'good', IDLE);
    case 'composite':
      return assertParts(`${path}.parts`, indicator.parts);
  }
}

const IDLE = ['good', 'bad', 'ignore'] as const;

function assertLimit(path: string, limit: number): void {
  if (!Number.isFinite(limit)) throw new InputError('OUT_OF_RANGE', path, limit, 'must be a finite number');
}

function assertParts(path: string, parts: readonly WeightedPart[]): void {
  assertList(path, parts);
  parts.forEach((part, i) => {
    assertRecord(`${path}[${i}]`, part);
    const { name, weight, indicator } = part;
    assertText(`${path}[${i}].name`, name);
    if (parts.findIndex((other) => other.name === name) < i)
      throw new InputError('OVERLAP', `${path}[${i}].name`, name, 'must be the name of one part only');
    if (parseDecimal(`${path}[${i}].weight`, weight).lte(0))
      throw new InputError('OUT_OF_RANGE', `${path}[${i}].weight`, weight, 'must be above 0');
    assertIndicator(`${path}[${i}].indicator`, indicator);
  });
  const weights = Exact.sum(0, ...parts.map(({ weight }) => new Exact(weight)));
  if (!weights.eq(1)) throw new InputError('OUT_OF_RANGE', `${path}.weight`, weights.toFixed(), 'must make up 1');
}

/** @throws {InputError} When there is no target, or one is no duration. */
export function assertTargets(path: string, targetMs: TicketsInTimeIndicator['targetMs']): void {
  if (typeof targetMs === 'number') return assertDuration(path, targetMs);
  assertRecord(path, targetMs);
  const targets = Object.entries(targetMs);
  if (targets.length === 0) throw new InputError('MISSING', path, targetMs, 'must hold a target');
  targets.forEach(([priority, ms]) => assertDuration(`${path}.${priority}`, ms));
}
