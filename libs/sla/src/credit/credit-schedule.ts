import { assertList, assertOneOf, assertRecord } from '../foundation/check.js';
import { parseNonNegative, parsePercent } from '../foundation/decimal.js';
import { frozenCopy } from '../foundation/frozen-copy.js';
import { InputError } from '../foundation/input-error.js';
import { made } from '../foundation/made.js';
import { type Comparator } from '../objective/objective.js';
import { type Money, parseMoney } from './money.js';
import { type ParsedTier, parseTiers, type Tier } from './tier.js';

/** How the credit of a missed promise is found. */
export type CreditRule =
  /** By how far it was missed. */
  | { readonly tiers: readonly Tier[] }
  /** The lost share of the charge, times a factor: `"1"` gives back what was lost, `"10"` ten times that. */
  | { readonly proportional: { readonly factor: string } }
  /** A percentage of the charge for every date on which it was broken. */
  | { readonly perDay: { readonly percent: string } };

/** What a missed promise pays back. Plain JSON. */
export type CreditScheduleDefinition = CreditRule & {
  /** A credit at or below this amount is not paid. */
  readonly minimum?: Money | null;
  /** Most that is paid, as a percentage of the charge. Left out: all of it. */
  readonly capPercent?: string | null;
};

/** A checked schedule; made by {@link createCreditSchedule}. Immutable: a copy of what was given. */
export interface CreditSchedule {
  readonly definition: CreditScheduleDefinition;
  readonly comparator: Comparator;
  /** @internal In order of their bounds; empty when the rule knows none. */
  readonly tiers: readonly ParsedTier[];
}

/**
 * Checks the schedule of a contract.
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
 * createCreditSchedule({ proportional: { factor: '1' } });
 * createCreditSchedule({ perDay: { percent: '5' }, capPercent: '25' });
 *
 * @param comparator That of the objective: it decides how bounds are named and which end is the worst.
 * @throws {InputError} When it states no rule or several, tiers overlap or leave a hole that is not marked `noCredit`, or
 *   a figure is out of range.
 */
export function createCreditSchedule(given: CreditScheduleDefinition, comparator: Comparator = 'gte'): CreditSchedule {
  assertRecord('schedule', given);
  assertOneOf('comparator', comparator, ['gte', 'lte']);
  const definition = frozenCopy('schedule', given);
  assertOneRule(definition);
  if (definition.minimum != null) parseMoney('minimum', definition.minimum);
  if (definition.capPercent != null) parsePercent('capPercent', definition.capPercent);
  return made('createCreditSchedule', { definition, comparator, tiers: checkedTiers(definition, comparator) });
}

/** The tier of the worst results. */
export function worstTier(schedule: CreditSchedule): ParsedTier {
  const { tiers, comparator } = schedule;
  return comparator === 'gte' ? tiers[0]! : tiers.at(-1)!;
}

function assertOneRule(definition: CreditScheduleDefinition): void {
  const [rule, other] = ['tiers', 'proportional', 'perDay'].filter((name) => name in definition);
  if (rule === undefined)
    throw new InputError('MISSING', 'tiers', definition, 'must be given, or `proportional` or `perDay` in its place');
  if (other !== undefined) throw new InputError('MISMATCH', other, definition, `must not stand beside \`${rule}\``);
}

function checkedTiers(rule: CreditRule, comparator: Comparator): readonly ParsedTier[] {
  if ('tiers' in rule) {
    assertList('tiers', rule.tiers);
    return Object.freeze(parseTiers('tiers', rule.tiers, comparator));
  }
  if ('perDay' in rule) {
    assertRecord('perDay', rule.perDay);
    parsePercent('perDay.percent', rule.perDay.percent);
  } else {
    assertRecord('proportional', rule.proportional);
    parseNonNegative('proportional.factor', rule.proportional.factor);
  }
  return [];
}
