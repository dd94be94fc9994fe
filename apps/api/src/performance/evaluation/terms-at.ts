import { type JudgedPeriod, periodsOf } from '@accord/domain';
import type { Judgeable } from './judgeable.js';
import { type PinnedTerms, TermsMaker } from './pinned-terms.js';

/** The terms and hours of the period in which an instant lies; before the first period, those of the first. */
export type TermsAt = (instant: number) => PinnedTerms;

export function termsAt(commitment: Judgeable, terms: TermsMaker, at: Date): TermsAt {
  const periods = judgedPeriods(commitment, at);
  return (instant) => {
    const { period, termsId } = periods.findLast(({ period: { from } }) => from <= instant) ?? periods[0]!;
    return terms.forPeriod(commitment, termsId, period);
  };
}

/** Every period of the commitment that has begun, with the terms that judge it. */
export function judgedPeriods({ timeZone, terms }: Judgeable, at: Date): JudgedPeriod[] {
  const inForce = terms.map(({ id, windowKind, effectiveFrom, effectiveTo }) => ({
    termsId: id,
    window: windowKind,
    effectiveFrom,
    effectiveTo,
  }));
  return periodsOf(timeZone, inForce, at);
}
