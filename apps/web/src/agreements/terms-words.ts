import { i18next } from '../i18n/i18n';
import type { FullTermsFragment, NamedCommitmentFragment, TermsWordsFragment } from '../generated/graphql';
import { formatDuration } from '../ui/format-duration';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent } from '../ui/format-percent';
import './words';

type Words = TermsWordsFragment;

/** The promise as one sentence: "Available for at least 99.9 % of the service time, every month". */
export function promiseWords({ indicator, target, comparator, window }: Words): string {
  const bound = i18next.t(`agreements.bound.${comparator}`, { target: formatExactPercent(target) });
  const every = i18next.t(`agreements.every.${window}`);
  switch (indicator.__typename) {
    case 'AvailabilityIndicator':
      return i18next.t('agreements.promise.availability', { bound, every });
    case 'TicketsInTimeIndicator':
      return i18next.t('agreements.promise.ticketsInTime', {
        bound,
        every,
        done: i18next.t(`agreements.metricDone.${indicator.metric}`),
      });
    case 'SatisfactionIndicator': {
      const { series, lowest, highest, satisfiedFrom } = indicator;
      return i18next.t('agreements.promise.satisfaction', { bound, every, series, lowest, highest, satisfiedFrom });
    }
    case 'GoodOfTotalIndicator':
      return i18next.t('agreements.promise.goodOfTotal', { bound, every, series: indicator.series });
    case 'PercentileIndicator':
      return i18next.t('agreements.promise.percentile', {
        bound,
        every,
        series: indicator.series,
        limit: limitWords(indicator),
      });
  }
}

/** What values may reach: "300 ms". */
export const limitWords = ({ limit, unit }: { limit: number; unit: string }): string =>
  `${formatNumber(limit)} ${unit}`;

/** The promise in a few signs, for a row's second line: "≥ 99.9 % · month". */
export function promiseShort({ target, comparator, window }: Pick<Words, 'target' | 'comparator' | 'window'>): string {
  const sign = comparator === 'AT_LEAST' ? '≥' : '≤';
  return `${sign} ${formatExactPercent(target)} · ${i18next.t(`agreements.window.${window}`)}`;
}

/** Priority 1 in 4 h, priority 2 in 8 h. */
export function targetsWords({ indicator }: Pick<Words, 'indicator'>): string | null {
  if (indicator.__typename !== 'TicketsInTimeIndicator') return null;
  return [...indicator.targets]
    .sort((a, b) => a.priority - b.priority)
    .map(({ priority, targetMs }) =>
      i18next.t('agreements.priorityIn', { priority, time: formatDuration(targetMs, { days: false }) }),
    )
    .join(', ');
}

/** "Database: Availability (OLA)". */
export function namedCommitment({ name, service, agreement }: NamedCommitmentFragment): string {
  return `${service.name}: ${name} (${i18next.t(`agreements.kind.${agreement.kind}`)})`;
}

/** What a promise rests on by its terms: "Hosting: Availability (UC); 1 of East, West". Nothing where they name nothing. */
export function underpinningWords({ underpinnedBy }: Pick<FullTermsFragment, 'underpinnedBy'>): string {
  return underpinnedBy
    .map(({ commitments, needed }) => {
      const names = commitments.map(namedCommitment).join(', ');
      return needed < commitments.length ? i18next.t('agreements.underpinning.of', { needed, names }) : names;
    })
    .join('; ');
}
