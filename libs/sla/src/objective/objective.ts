import { assertCount, assertOneOf, assertRecord } from '../foundation/check.js';
import { type Exact, HUNDRED, parsePercent } from '../foundation/decimal.js';
import { InputError } from '../foundation/input-error.js';

/**
 * `gte`: the share of the good must be at least the target. `lte`: the share of the bad must be at most the target.
 */
export type Comparator = 'gte' | 'lte';

/** What was promised. Plain JSON. */
export interface Objective {
  readonly comparator: Comparator;
  /** A percentage from 0 to 100 as a decimal, for example `"99.95"`. Compared exactly, never rounded. */
  readonly targetPercent: string;
  /** An open period is at risk once less than this percentage of its error budget is left. Default `"25"`. */
  readonly atRiskBelowPercent?: string;
  /** For tickets and events: with fewer than `below` of them, met when at most `maxFailures` failed. */
  readonly lowVolume?: { readonly below: number; readonly maxFailures: number };
}

export const DEFAULT_AT_RISK_BELOW_PERCENT = '25';

/** @throws {InputError} When the comparator is unknown, or a percentage or number out of range. */
export function assertObjective(path: string, objective: Objective): void {
  assertRecord(path, objective);
  assertOneOf(`${path}.comparator`, objective.comparator, ['gte', 'lte']);
  parsePercent(`${path}.targetPercent`, objective.targetPercent);
  parsePercent(`${path}.atRiskBelowPercent`, objective.atRiskBelowPercent ?? DEFAULT_AT_RISK_BELOW_PERCENT);
  if (objective.lowVolume == null) return;
  assertRecord(`${path}.lowVolume`, objective.lowVolume);
  assertCount(`${path}.lowVolume.below`, objective.lowVolume.below);
  assertCount(`${path}.lowVolume.maxFailures`, objective.lowVolume.maxFailures);
  if (objective.lowVolume.maxFailures >= objective.lowVolume.below) {
    throw new InputError(
      'OUT_OF_RANGE',
      `${path}.lowVolume`,
      objective.lowVolume,
      'must allow fewer failures than `below`',
    );
  }
}

/** Objectives of checked terms are frozen: what one allows never changes. */
const allowed = new WeakMap<Objective, Exact>();

/** The percentage of the total that may be bad: what the target leaves. */
export function allowedBadPercent(objective: Objective): Exact {
  const known = allowed.get(objective);
  if (known) return known;
  const target = parsePercent('targetPercent', objective.targetPercent);
  const percent = objective.comparator === 'gte' ? HUNDRED.minus(target) : target;
  if (Object.isFrozen(objective)) allowed.set(objective, percent);
  return percent;
}
