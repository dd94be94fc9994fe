import type { FullTermsFragment } from '../generated/graphql';
import { i18next } from '../i18n/i18n';
import { formatDuration } from '../ui/format-duration';
import { formatMoney } from '../ui/format-money';
import { formatExactPercent } from '../ui/format-percent';
import { promiseWords, targetsWords, underpinningWords } from './terms-words';

type Terms = FullTermsFragment;
type Tier = NonNullable<Terms['credit']>['tiers'][number];
const t = i18next.t;
const percent = (value: string) => formatExactPercent(value);

/** Everything that a commitment's terms say, each thing in words; what the comparison of two versions compares. */
export function termsFacts(terms: Terms): Record<string, string> {
  const { indicator } = terms;
  return {
    ...given('name', terms.name),
    ...given('promise', promiseWords(terms)),
    ...given('targets', targetsWords(terms)),
    ...given('lowVolume', lowVolumeWords(terms)),
    ...(indicator.__typename === 'AvailabilityIndicator'
      ? {
          ...given('source', t(`agreements.source.${indicator.source}`)),
          ...given(
            'shortestOutage',
            indicator.shortestOutageMs > 0 ? formatDuration(indicator.shortestOutageMs, { days: false }) : null,
          ),
          ...given(
            'longestHold',
            indicator.longestHoldMs ? formatDuration(indicator.longestHoldMs, { days: false }) : null,
          ),
        }
      : {}),
    ...given('calendar', `${terms.calendar.name} (${terms.calendar.timeZone})`),
    ...given('windowText', terms.windowText),
    ...given('underpinnedBy', underpinningWords(terms)),
    ...given('missingData', t(`agreements.missing.${terms.missingData}`)),
    ...given('coverage', coverageWords(terms)),
    ...given('excludedTime', t(`agreements.excluded.${terms.excludedTime}`)),
    ...given(
      'credit',
      terms.credit ? terms.credit.tiers.map((tier) => tierWords(tier, terms.comparator)).join('; ') : null,
    ),
    ...given('minimum', terms.credit?.minimum ? formatMoney(terms.credit.minimum) : null),
    ...given('cap', terms.credit?.capPercent ? percent(terms.credit.capPercent) : null),
  };
}

/** "from 99 % to under 99.9 %: 10 %" of the charge. */
export function tierWords({ gte, lt, percent: share }: Tier, comparator: Terms['comparator']): string {
  return `${rangeWords({ gte, lt }, comparator)}: ${percent(share)}`;
}

export function rangeWords({ gte, lt }: Pick<Tier, 'gte' | 'lt'>, comparator: Terms['comparator']): string {
  const bounds = { from: gte ? percent(gte) : '', to: lt ? percent(lt) : '' };
  const shape = gte && lt ? 'between' : gte ? 'from' : lt ? 'below' : 'any';
  return t(`agreements.tier.${comparator}.${shape}`, bounds);
}

function lowVolumeWords({ indicator }: Terms): string | null {
  if (indicator.__typename !== 'TicketsInTimeIndicator' || indicator.lowVolumeUnder == null) return null;
  return t('agreements.lowVolumeWords', { under: indicator.lowVolumeUnder, count: indicator.allowedFailures ?? 0 });
}

/** A floor of 0 asks for nothing. */
function coverageWords({ coverageFloor, providerOwesData }: Terms): string | null {
  if (Number(coverageFloor) === 0) return null;
  const floor = percent(coverageFloor);
  return t(providerOwesData ? 'agreements.coverageOwed' : 'agreements.coverageOurs', { floor });
}

function given(key: string, value: string | null | undefined): Record<string, string> {
  return value ? { [key]: value } : {};
}
