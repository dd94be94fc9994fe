import type { Indicator, PublishedTerms } from '@accord/domain';
import type { CommitmentTermsInput } from '../commitment.input.js';
import type { IndicatorInput } from '../indicator.input.js';

/** Published terms as somebody would enter them. */
export function termsInput(terms: PublishedTerms, serviceId: string, calendarId: string): CommitmentTermsInput {
  const { promise, commitment, windowText } = terms;
  const { indicator, windowKind, credit, ...rest } = promise;
  return {
    ...rest,
    ...commitment,
    serviceId,
    calendarId,
    windowText,
    window: windowKind,
    indicator: indicatorInput(indicator),
    credit: credit && { ...credit, tiers: credit.tiers.map((tier) => ({ ...tier })) },
  };
}

/** The indicator as somebody would enter it. */
export function indicatorInput(indicator: Indicator): IndicatorInput {
  switch (indicator.kind) {
    case 'availability':
      return { availability: indicator };
    case 'ticketsInTime':
      return { ticketsInTime: { ...indicator, targets: [...indicator.targets] } };
    case 'goodOfTotal':
      return { goodOfTotal: indicator };
    case 'percentile':
      return { percentile: indicator };
    case 'satisfaction':
      return { satisfaction: indicator };
  }
}
