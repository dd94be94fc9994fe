import type { PromiseFragment } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { formatDuration } from '../../ui/format-duration';
import { formatExactPercent } from '../../ui/format-percent';
import { tierRange } from '../explain-step';
import { formatMoney } from '../../ui/format-money';

const t = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(`performance.promise.${key}` as never, values as never));

/** The rules by which it is judged, one sentence each. */
export function promiseRules(terms: PromiseFragment): string[] {
  const { indicator, calendar, window, windowText } = terms;
  const { alwaysOpen } = calendar.current;
  return [
    t(alwaysOpen ? 'alwaysOpen' : 'calendar', { calendar: calendar.name, zone: calendar.timeZone }),
    ...(windowText ? [t('windowText', { text: windowText, window: t(`window.${window}`) })] : []),
    ...(indicator.__typename === 'AvailabilityIndicator' ? availabilityRules(indicator) : []),
    ...(indicator.__typename === 'TicketsInTimeIndicator' ? ticketRules(indicator) : []),
    ...(indicator.__typename === 'PercentileIndicator' ? [t('sketched')] : []),
    ...(indicator.__typename === 'SatisfactionIndicator' ? [t('leastAnswers', { count: indicator.leastAnswers })] : []),
    excludedRule(terms),
    ...dataRules(terms),
  ];
}

function excludedRule({ indicator, excludedTime }: PromiseFragment): string {
  if (indicator.__typename === 'TicketsInTimeIndicator') return t('standstill');
  return t(indicator.__typename === 'SatisfactionIndicator' ? 'answersExcluded' : `excluded.${excludedTime}`);
}

type Of<Name> = Extract<PromiseFragment['indicator'], { __typename: Name }>;

function availabilityRules({ source, shortestOutageMs, longestHoldMs }: Of<'AvailabilityIndicator'>): string[] {
  return [
    t(`source.${source}`),
    ...(shortestOutageMs > 0 ? [t('shortest', { time: formatDuration(shortestOutageMs) })] : []),
    ...(longestHoldMs != null ? [t('longestHold', { time: formatDuration(longestHoldMs) })] : []),
  ];
}

function ticketRules({ targets, lowVolumeUnder, allowedFailures }: Of<'TicketsInTimeIndicator'>): string[] {
  const times = [...targets]
    .sort((a, b) => a.priority - b.priority)
    .map(({ priority, targetMs }) => t('perPriority', { priority, time: formatDuration(targetMs, { days: false }) }));
  return [
    t('times', { times: times.join(', ') }),
    ...(lowVolumeUnder == null ? [] : [t('lowVolume', { under: lowVolumeUnder, count: allowedFailures ?? 0 })]),
  ];
}

function dataRules({ indicator, missingData, coverageFloor, providerOwesData }: PromiseFragment): string[] {
  if (indicator.__typename === 'TicketsInTimeIndicator') return [];
  const floor = Number(coverageFloor) > 0 ? formatExactPercent(coverageFloor) : null;
  return [
    ...(indicator.__typename === 'AvailabilityIndicator' ? [t(`missing.${missingData}`)] : []),
    ...(floor ? [t(providerOwesData ? 'floorDeemed' : 'floor', { floor })] : []),
  ];
}

/** The credit schedule, a line a tier, then minimum and cap. */
export function creditRules({ credit }: PromiseFragment): string[] {
  if (!credit) return [];
  const { tiers, minimum, capPercent } = credit;
  return [
    ...tiers.map(({ gte, lt, percent }) =>
      t('creditTier', { range: tierRange(gte, lt), percent: formatExactPercent(percent) }),
    ),
    ...(minimum ? [t('creditMinimum', { minimum: formatMoney(minimum) })] : []),
    ...(capPercent ? [t('creditCap', { cap: formatExactPercent(capPercent) })] : []),
  ];
}
