import { Decimal } from 'decimal.js';
import { DomainError } from '../domain-error.js';
import type { ArchetypeTerms, RewardMix } from './archetype.js';
import { assertScores } from './archetype-scores.js';

/** The newest version of an archetype, whether in force yet or announced. */
export interface NewestArchetypeVersion {
  readonly version: number;
  /** YYYY-MM-DD. */
  readonly effectiveFrom: string;
}

/**
 * The number of a new version of an archetype.
 * The past stays as it was: a version never starts before `today`, nor before the one it follows.
 *
 * @throws {DomainError} `EFFECTIVE_DATE_PAST`, `EFFECTIVE_DATE_TAKEN`, `MIX_NOT_100`, `AVAILABILITY_OUT_OF_RANGE` or `SCORE_OUT_OF_RANGE`.
 */
export function nextArchetypeVersion(
  newest: NewestArchetypeVersion,
  change: Pick<ArchetypeTerms, 'defaultAvailability' | 'rewardMix' | 'typicalScores'> & { effectiveFrom: string },
  today: string,
): number {
  assertStartsLater(newest, change.effectiveFrom, today);
  assertAvailability(change.defaultAvailability);
  assertRewardMix(change.rewardMix);
  assertScores(change.typicalScores, ['typicalScores']);
  return newest.version + 1;
}

function assertStartsLater(newest: NewestArchetypeVersion, effectiveFrom: string, today: string): void {
  if (effectiveFrom < today) {
    throw new DomainError('EFFECTIVE_DATE_PAST', `A new version takes effect today (${today}) or later.`, [
      'effectiveFrom',
    ]);
  }
  if (effectiveFrom <= newest.effectiveFrom) {
    const sentence = `A new version takes effect after the one before it, which starts on ${newest.effectiveFrom}.`;
    throw new DomainError('EFFECTIVE_DATE_TAKEN', sentence, ['effectiveFrom']);
  }
}

function assertAvailability(percent: string | null): void {
  if (percent === null) return;
  const value = new Decimal(percent);
  if (value.gt(0) && value.lte(100)) return;
  throw new DomainError('AVAILABILITY_OUT_OF_RANGE', 'Availability is above 0 and at most 100 percent.', [
    'defaultAvailability',
  ]);
}

/** @throws {DomainError} `MIX_NOT_100` unless three whole, non-negative parts add up to 100. */
export function assertRewardMix({ operations, customer, outcome }: RewardMix): void {
  const parts = [operations, customer, outcome];
  const sum = operations + customer + outcome;
  if (parts.every((part) => Number.isInteger(part) && part >= 0) && sum === 100) return;
  const sentence = `The parts of the reward mix are whole percentages that add up to 100; these add up to ${sum}.`;
  throw new DomainError('MIX_NOT_100', sentence, ['rewardMix']);
}
