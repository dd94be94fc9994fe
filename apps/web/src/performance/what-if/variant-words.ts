import type { PromiseFragment } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { formatDuration } from '../../ui/format-duration';
import { limitWords } from '../../agreements/terms-words';
import { tierRange } from '../explain-step';
import type { Variant } from './variant';
import '../../agreements/words';

const t = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(key as never, values as never));

/** What a variant supposes, in few words each; calendars by the name that is given for their id. */
export function variantWords(
  one: Variant,
  { comparator, indicator }: PromiseFragment,
  calendars: ReadonlyMap<string, string>,
): string[] {
  const { target, window, calendar, shortest, limit, times, missing, floor, excluded, credit } = one;
  const words = 'whatIf.words';
  return [
    ...(target === undefined ? [] : [t(`performance.amount.${comparator}`, { target: `${target}%` })]),
    ...(window === undefined ? [] : [t(`agreements.windowKind.${window}`)]),
    ...(calendar === undefined ? [] : [calendars.get(calendar) ?? t(`${words}.calendar`)]),
    ...(shortest === undefined ? [] : [t(`${words}.shortest`, { shortest })]),
    ...(limit === undefined || indicator.__typename !== 'PercentileIndicator'
      ? []
      : [t(`${words}.limit`, { limit: limitWords({ ...indicator, limit }) })]),
    ...Object.entries(times ?? {}).map(([priority, minutes]) =>
      t('performance.promise.perPriority', { priority, time: formatDuration(minutes * 60_000, { days: false }) }),
    ),
    ...(missing === undefined ? [] : [t(`${words}.missing.${missing}`)]),
    ...(floor === undefined ? [] : [t(`${words}.floor`, { floor })]),
    ...(excluded === undefined ? [] : [t(`agreements.excluded.${excluded}`)]),
    ...(one.countExclusions ? [t(`${words}.countExclusions`)] : []),
    ...(one.countMaintenance ? [t(`${words}.countMaintenance`)] : []),
    ...(credit === 'none' ? [t('whatIf.credit.none')] : []),
    ...(Array.isArray(credit)
      ? credit.map(({ gte, lt, percent }) => t(`${words}.tier`, { range: tierRange(gte, lt), percent }))
      : []),
  ];
}
