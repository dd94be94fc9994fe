import {
  type CalendarDefinition,
  createTerms,
  type CreditScheduleDefinition,
  InputError,
  type Indicator as EngineIndicator,
  type TermsDefinition,
  type Tier,
} from '@accord/sla';
import { DomainError } from '../domain-error.js';
import { assertIndicator, type Indicator } from './indicator.js';
import type { WindowKind } from './period-window.js';

export const COMPARATORS = ['atLeast', 'atMost'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** What time without data counts as. */
export const MISSING_DATA = ['ignore', 'good', 'bad'] as const;
export type MissingData = (typeof MISSING_DATA)[number];

/** What maintenance and exclusions do to the time promised. */
export const EXCLUDED_TIME = ['removed', 'countsAsUp'] as const;
export type ExcludedTime = (typeof EXCLUDED_TIME)[number];

/** Percent, as decimals; null is open. A tier holds for `gte` ≤ result < `lt`; where at most is promised, for `gte` < result ≤ `lt`. */
export interface CreditTier {
  readonly gte: string | null;
  readonly lt: string | null;
  /** Of the charge. */
  readonly percent: string;
}

export interface CreditTerms {
  readonly tiers: readonly CreditTier[];
  /** Smaller credits are not paid; in the agreement's currency. */
  readonly minimum: string | null;
  /** Of the charge; null = the whole charge. */
  readonly capPercent: string | null;
}

/** What exactly is promised. Percentages are decimals as text. */
export interface CommitmentPromise {
  readonly indicator: Indicator;
  readonly target: string;
  readonly comparator: Comparator;
  readonly windowKind: WindowKind;
  readonly missingData: MissingData;
  readonly coverageFloor: string;
  /** Too little data is judged as missed, with the worst tier. */
  readonly providerOwesData: boolean;
  readonly excludedTime: ExcludedTime;
  readonly credit: CreditTerms | null;
}

/** The promise in the words of libs/sla. Which tickets, probes or counts are evidence is not its business. */
export function termsDefinition(
  promise: CommitmentPromise,
  calendar: CalendarDefinition,
  currency: string,
): TermsDefinition {
  const { indicator, target, comparator, missingData, coverageFloor, providerOwesData, excludedTime, credit } = promise;
  return {
    indicator: engineIndicator(indicator),
    objective: { comparator: BOUND[comparator], targetPercent: target, ...lowVolume(indicator) },
    calendar,
    missingData: {
      gaps: missingData,
      coverageFloorPercent: coverageFloor,
      belowFloor: providerOwesData ? 'deemedMissed' : 'insufficientData',
    },
    excludedTime,
    creditSchedule: credit && creditDefinition(credit, comparator, currency),
  };
}

/**
 * @throws {DomainError} When the promise cannot be judged or credited as it is stated: figures out of range, tiers that
 *   overlap or leave a hole, an indicator without what it needs.
 */
export function assertPromise(promise: CommitmentPromise, calendar: CalendarDefinition, currency: string): void {
  assertIndicator(promise.indicator);
  if (promise.indicator.kind === 'percentile' && promise.comparator === 'atMost')
    throw new DomainError('WRONG_TERMS', 'Say how many values at least keep the limit.', ['comparator']);
  try {
    createTerms(termsDefinition(promise, calendar, currency));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [path, field] = inputPath(error.path);
    throw new DomainError(
      CODES[field[0] ?? ''] ?? 'WRONG_TERMS',
      `${path} ${error.message.slice(error.path.length + 1)}`,
      field,
    );
  }
}

const BOUND = { atLeast: 'gte', atMost: 'lte' } as const;

const CODES: Record<string, string> = {
  credit: 'WRONG_CREDIT',
  target: 'WRONG_TARGET',
  coverageFloor: 'WRONG_COVERAGE_FLOOR',
};

function engineIndicator(indicator: Indicator): EngineIndicator {
  switch (indicator.kind) {
    case 'availability':
      return {
        kind: 'availability',
        shortestOutageMs: indicator.shortestOutageMs,
        ...(indicator.longestHoldMs !== null && { maxHoldMs: indicator.longestHoldMs }),
      };
    case 'ticketsInTime':
      return {
        kind: 'ticketsInTime',
        targetMs: Object.fromEntries(indicator.targets.map(({ priority, targetMs }) => [String(priority), targetMs])),
      };
    case 'goodOfTotal':
    case 'satisfaction':
      return { kind: 'goodTotal' };
    case 'percentile':
      return { kind: 'percentile', limit: indicator.limit, unit: indicator.unit };
  }
}

function lowVolume(indicator: Indicator) {
  if (indicator.kind !== 'ticketsInTime' || indicator.lowVolumeUnder === null) return {};
  return { lowVolume: { below: indicator.lowVolumeUnder, maxFailures: indicator.allowedFailures ?? 0 } };
}

function creditDefinition(credit: CreditTerms, comparator: Comparator, currency: string): CreditScheduleDefinition {
  return {
    tiers: credit.tiers.map(({ gte, lt, percent }): Tier =>
      comparator === 'atLeast' ? { gte, lt, percent } : { gt: gte, lte: lt, percent },
    ),
    minimum: credit.minimum === null ? null : { amount: credit.minimum, currency },
    capPercent: credit.capPercent,
  };
}

/** Where the engine's path lies in the input, as words and as a field. */
function inputPath(path: string): [string, string[]] {
  const written = path
    .replace('objective.targetPercent', 'target')
    .replace('missingData.coverageFloorPercent', 'coverageFloor')
    .replace('creditSchedule', 'credit');
  return [written, written.split(/[.[\]]+/).filter(Boolean)];
}
