import { minorUnitDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';
import { decimalText, Fraction } from './fraction.js';
import type { RewardPart, RewardStep } from './reward.js';

/** What a statement pays: the whole, or after a restatement the difference to what the period has come to before. */
export interface PaidPart extends RewardPart {
  /** Of all statements of the period so far. */
  readonly total: string;
}

/** A result that was restated after the reward had been calculated. */
export interface RestatedResult {
  readonly commitment: string;
  readonly period: string;
  /** Percent; null without data. */
  readonly was: string | null;
  readonly now: string | null;
  /** Of the newest revision. */
  readonly reason: string;
}

/**
 * The parts as differences. Shares are pinned, so the same persons come out again.
 *
 * @param before What each person has come to so far.
 */
export function differencesTo(
  before: ReadonlyMap<string, string>,
  parts: readonly RewardPart[],
  restated: readonly RestatedResult[],
  currency: string,
): PaidPart[] {
  return parts.map((part) => {
    const { personId, amount: total } = part;
    const was = before.get(personId) ?? '0';
    const amount = subtract(total, was, currency);
    const inputs = { now: { amount: total }, was: { amount: was } };
    const step: RewardStep = { rule: 'reward.adjustment', inputs, result: { amount, currency } };
    return { ...part, amount, total, explanation: [...part.explanation, ...restated.map(restatedStep), step] };
  });
}

/** @throws {DomainError} `OUT_OF_DATE` when a result that a calculation read was restated: nobody approves or releases a figure that no longer stands. */
export function assertUpToDate(restated: readonly RestatedResult[]): void {
  const [first] = restated;
  if (!first) return;
  const sentence = `${first.commitment} was restated for ${first.period} since; calculate again.`;
  throw new DomainError('OUT_OF_DATE', sentence);
}

/** Why there is an adjustment, in words. */
export function adjustmentReason(restated: readonly RestatedResult[]): string {
  const shown = (figure: string | null) => (figure === null ? 'no data' : `${figure}%`);
  return restated
    .map(
      ({ commitment, period, was, now, reason }) =>
        `${commitment}, ${period}: ${shown(was)} → ${shown(now)} (${reason})`,
    )
    .join('; ');
}

const restatedStep = ({ commitment, period, was, now, reason }: RestatedResult): RewardStep => ({
  rule: 'reward.restated',
  inputs: { commitment, period, wasPercent: was, nowPercent: now },
  result: { reason },
});

function subtract(one: string, other: string, currency: string): string {
  const digits = minorUnitDigits(currency);
  return decimalText(
    Fraction.of(one)
      .minus(other)
      .times(10n ** BigInt(digits))
      .round(),
    digits,
  );
}
