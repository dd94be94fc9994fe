import type { DeliveryWordsFragment } from '../generated/graphql';
import { i18next } from '../i18n/i18n';
import { formatNumber } from '../ui/format-number';

/** "Delivered within 16 h of service time (Office hours)". */
export function deliveryWords({ targetHours, calendar }: DeliveryWordsFragment): string {
  const hours = formatNumber(targetHours, { maximumFractionDigits: 2 });
  return i18next.t('catalog.delivery.within', { hours, calendar: calendar.name });
}
