import type { PromiseFragment } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { limitWords } from '../../agreements/terms-words';
import { promised } from '../amount';

const t = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(`performance.promise.${key}` as never, values as never));

/** What is promised, in one sentence made from the terms. */
export function promiseSentence({ target, comparator, window, indicator }: PromiseFragment, service: string): string {
  const values = { service, target: promised(target, comparator), window: t(`window.${window}`) };
  switch (indicator.__typename) {
    case 'AvailabilityIndicator':
      return t('availability', values);
    case 'TicketsInTimeIndicator':
      return t(`tickets.${indicator.metric}`, values);
    case 'SatisfactionIndicator': {
      const { series, lowest, highest, satisfiedFrom } = indicator;
      return t('satisfaction', { ...values, series, lowest, highest, satisfiedFrom });
    }
    case 'GoodOfTotalIndicator':
      return t('counts', { ...values, series: indicator.series });
    case 'PercentileIndicator':
      return t('percentile', { ...values, series: indicator.series, limit: limitWords(indicator) });
  }
}
