import {
  contractYearOf,
  type CreditedPeriod,
  isGivenUp,
  type OwedPeriod,
  type RemedyTerms,
  usualRemedy,
} from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { OwedCredit } from './owed-credits.js';
import type { PostedClaim } from './posted-claims.js';

/** What of a credit decides what it counts together with others. */
export type CountedCredit = Pick<
  OwedCredit,
  | 'agreementKind'
  | 'currency'
  | 'remedy'
  | 'period'
  | 'lastDay'
  | 'creditId'
  | 'commitmentId'
  | 'percent'
  | 'charge'
  | 'incident'
  | 'isRepeated'
  | 'following'
>;

/** What one period of an agreement owes, and everything that its claims are made of. */
export interface PeriodFacts<Credit extends CountedCredit = OwedCredit> {
  readonly terms: RemedyTerms;
  readonly credits: readonly Credit[];
  readonly year: string;
}

/** In the order of time. Without those of an agreement under which no money moves. */
export function periodsOf<Credit extends CountedCredit>(credits: readonly Credit[]): Map<string, PeriodFacts<Credit>> {
  const periods = new Map<string, PeriodFacts<Credit>>();
  for (const credit of credits) {
    const terms = credit.remedy ?? usualRemedy(credit.agreementKind);
    if (!terms) continue;
    const known = periods.get(credit.period)?.credits ?? [];
    periods.set(credit.period, { terms, credits: [...known, credit], year: contractYearOf(terms, credit.lastDay) });
  }
  return periods;
}

/** The period in the words of the domain. */
export function toCredited(
  period: string,
  { terms, credits, year }: PeriodFacts<CountedCredit>,
  claims: readonly Pick<PostedClaim, 'period' | 'state' | 'amount'>[],
): CreditedPeriod {
  const { charge: amount, currency } = credits[0]!;
  const givenUp = claims.filter((claim) => claim.period === period && isGivenUp(claim.state));
  return {
    period,
    year,
    terms,
    charge: { amount, currency },
    credits: credits.map(({ creditId: ref, percent, incident, isRepeated, following }) => ({
      ref,
      percent,
      incident,
      isRepeated,
      following,
    })),
    givenUp: Decimal.sum(0, ...givenUp.map((claim) => claim.amount)).toFixed(),
  };
}

/** What of it is owed for each commitment. */
export function partsOf(owed: OwedPeriod | undefined, credits: readonly CountedCredit[]) {
  const commitmentOf = new Map(credits.map(({ creditId, commitmentId }) => [creditId, commitmentId]));
  return (owed?.parts ?? []).map(({ ref, amount }) => ({ commitmentId: commitmentOf.get(ref)!, amount }));
}
