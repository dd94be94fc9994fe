import { combineCredits, type Money, type Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { inCurrencyDigits } from '../../currency.js';
import { creditParts } from '../../orders/charge-credit.js';
import type { EarnBackTerms, RemedyTerms } from '../../agreements/remedy-terms.js';
import { earnedBack, type FollowingPeriod } from './earned-back.js';

/** The credit of a missed commitment, as it would be owed alone. */
export interface LoneCredit {
  /** Of the service credit. */
  readonly ref: string;
  /** Of the charge; `0` where it is too small to be paid. */
  readonly percent: string;
  /** What spent most of its budget; null where that is not one thing. */
  readonly incident: string | null;
  /** Whether the commitment was missed in the period before too. */
  readonly isRepeated: boolean;
  /** Closed periods of the commitment after it, without a gap; of agreements under which credits are earned back. */
  readonly following: readonly FollowingPeriod[];
}

/** The credits of a period of an agreement. */
export interface CreditedPeriod {
  /** `2026-03` or `2026-Q1`. */
  readonly period: string;
  /** Names the year whose cap it counts against. */
  readonly year: string;
  readonly terms: RemedyTerms;
  readonly charge: Money;
  readonly credits: readonly LoneCredit[];
  /** What of it was waived, rejected or left to expire: it leaves room below the cap of the year. */
  readonly givenUp: string;
}

/** What a period of an agreement owes. */
export interface OwedPeriod {
  readonly period: string;
  /** Of the charge, before the cap of the year. */
  readonly percent: string;
  /** With the decimals of the currency. */
  readonly amount: string;
  readonly cappedBy: 'period' | 'year' | null;
  /** Whether a credit of it came back to who owed it. */
  readonly isEarnedBack: boolean;
  /** The credits that count, with their parts of the amount; together they are the amount. */
  readonly parts: readonly { readonly ref: string; readonly amount: string }[];
  readonly explanation: readonly Step[];
}

/**
 * What an agreement owes for each of its periods: without those that were earned back, the credits of a period are grouped
 * by incident, combined and capped; then the periods of a year, in their order, use up the cap of that year. It does not matter in which order the periods
 * were closed or restated: the same credits owe the same.
 *
 * @param periods In the order of time.
 * @throws {InputError} When a percentage, an amount or a currency is malformed.
 */
export function owedPeriods(periods: readonly CreditedPeriod[]): OwedPeriod[] {
  const used = new Map<string, Decimal>();
  return periods.map((period) => {
    const before = used.get(period.year) ?? new Decimal(0);
    const owed = owedOf(period, before);
    used.set(period.year, before.plus(Decimal.max(0, new Decimal(owed.amount).minus(period.givenUp))));
    return owed;
  });
}

function owedOf({ period, terms, charge, credits }: CreditedPeriod, credited: Decimal): OwedPeriod {
  const { combination, pointsTable, oncePerIncident, periodCapPercent, yearCap, repeatDoubles } = terms;
  const { currency } = charge;
  const standing = terms.earnBack ? credits.map((one) => withEarnBack(terms.earnBack!, charge, one)) : [];
  const returned = new Set(standing.filter(({ isEarnedBack }) => isEarnedBack).map(({ ref }) => ref));
  const breaches = credits
    .filter(({ ref }) => !returned.has(ref))
    .map(({ ref, percent, incident, isRepeated }) => ({
      ref,
      percent,
      points: repeatDoubles && isRepeated ? 2 : 1,
      incident: oncePerIncident ? incident : null,
    }));
  const { percent, amount, cappedBy, explanation } = combineCredits(
    {
      combination: combination === 'points' ? { points: pointsTable } : combination === 'highest' ? 'max' : 'sum',
      charge,
      ...(periodCapPercent !== null && { capPercent: periodCapPercent }),
      year: yearCap === null ? null : { cap: { amount: yearCap, currency }, credited: money(credited, currency) },
    },
    breaches,
  );
  const counted = new Set(explanation[0]!.evidence);
  const left = breaches
    .filter(({ ref }) => counted.has(ref))
    .map(({ ref, points, ...breach }) => ({
      key: ref,
      amount: combination === 'points' ? String(points) : breach.percent,
    }));
  const highest = left.reduce<typeof left>(
    (most, one) => (most[0] && new Decimal(most[0].amount).gte(one.amount) ? most : [one]),
    [],
  );
  const parts = creditParts(amount, currency, combination === 'highest' ? highest : left);
  return {
    period,
    percent,
    amount,
    cappedBy,
    isEarnedBack: returned.size > 0,
    parts: parts.map(({ key: ref, amount: part }) => ({ ref, amount: part })),
    // The parts tell which credits count.
    explanation: [...standing.flatMap((one) => one.explanation), ...explanation].map(({ rule, inputs, result }) => ({
      rule,
      inputs,
      result,
    })),
  };
}

const withEarnBack = (terms: EarnBackTerms, charge: Money, { ref, percent, following }: LoneCredit) => ({
  ref,
  ...earnedBack(terms, { percent, charge }, following),
});

const money = (amount: Decimal, currency: string): Money => ({ amount: inCurrencyDigits(amount, currency), currency });
