import type { IndicatorSourceFragment } from '../generated/graphql';

/** Whether a source sends the measurements; outages and counts are recorded by people when there are any. */
export function isFed({ indicator }: IndicatorSourceFragment): boolean {
  if (indicator.__typename === 'AvailabilityIndicator') return indicator.source === 'PROBES';
  return indicator.__typename !== 'GoodOfTotalIndicator';
}

/** Whether a source may send what it is judged by: outages alone are told by people. */
export function isSent({ indicator }: IndicatorSourceFragment): boolean {
  return indicator.__typename !== 'AvailabilityIndicator' || indicator.source !== 'OUTAGES';
}

/** Whether it is judged by a series of which each measurement has a value: counts, values or probes. */
export function isSeries({ indicator }: IndicatorSourceFragment): boolean {
  return (
    indicator.__typename === 'GoodOfTotalIndicator' ||
    indicator.__typename === 'PercentileIndicator' ||
    (indicator.__typename === 'AvailabilityIndicator' && indicator.source === 'PROBES')
  );
}
