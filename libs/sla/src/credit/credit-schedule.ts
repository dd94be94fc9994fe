import { parsePercent } from '../foundation/decimal.js';
import { type Comparator } from '../objective/objective.js';
import { type Money, parseMoney } from './money.js';
import { type ParsedTier, parseTiers, type Tier } from './tier.js';

/** What a missed promise pays back. Plain JSON. */
export interface CreditScheduleDefinition {
  readonly tiers: readonly Tier[];
  /** A credit at or below this amount is not paid. */
  readonly minimum?: Money | null;
  /** Most that is paid, as a percentage of the charge. */
  readonly capPercent?: string | null;
}

/** A checked schedule; made by {@link createCreditSchedule}. */
export interface CreditSchedule {
  readonly definition: CreditScheduleDefinition;
  readonly comparator: Comparator;
  /** @internal In order of their bounds. */
  readonly tiers: readonly ParsedTier[];
}

/**
 * Checks the tiers of a contract.
 *
 * @example
 * createCreditSchedule({
 *   tiers: [
 *     { gte: '99.0', lt: '99.9', percent: '10' },
 *     { gte: '95.0', lt: '99.0', percent: '25' },
 *     { gte: null, lt: '95.0', percent: '50' },
 *   ],
 *   minimum: { amount: '1.00', currency: 'USD' },
 *   capPercent: '50',
 * });
 *
 * @param comparator That of the objective: it decides how bounds are named and which end is the worst.
 * @throws {InputError} When tiers overlap, leave a hole that is not marked `noCredit`, or a figure is out of range.
 */
export function createCreditSchedule(
  definition: CreditScheduleDefinition,
  comparator: Comparator = 'gte',
): CreditSchedule {
  const tiers = parseTiers('tiers', definition.tiers, comparator);
  if (definition.minimum) parseMoney('minimum', definition.minimum);
  if (definition.capPercent != null) parsePercent('capPercent', definition.capPercent);
  return Object.freeze({ definition, comparator, tiers });
}

/** The tier of the worst results. */
export function worstTier({ tiers, comparator }: CreditSchedule): ParsedTier {
  return comparator === 'gte' ? tiers[0]! : tiers.at(-1)!;
}
