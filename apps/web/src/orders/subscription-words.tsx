import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { SubscriptionToOrderDocument, type OrderKind, type SubscriptionInOrderFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { whatWords } from './what-words';

/** What a subscription is now, and from when it is something else. */
export function SubscriptionWords({ id, kind }: { id: string; kind: Exclude<OrderKind, 'SUBSCRIBE'> }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(SubscriptionToOrderDocument, { id }));
  const now = data?.subscription;
  if (!now) return null;
  return (
    <p>
      {t('orders.form.now', { what: whatWords(now) })} {fromWhen(now, kind, t)}
    </p>
  );
}

/** A term is a promise to pay: what would lower it holds from its end on. */
function fromWhen(now: SubscriptionInOrderFragment, kind: Exclude<OrderKind, 'SUBSCRIBE'>, t: TFunction): string {
  const { renewsOn, renewal, noticeDays: count, boundTo, suspendedIsCharged } = now;
  if (kind === 'RENEW' && renewsOn) return t('orders.form.from.RENEW', { day: formatDay(renewsOn) });
  if (kind === 'SUSPEND') return t(suspendedIsCharged ? 'orders.form.from.SUSPEND_PAID' : 'orders.form.from.SUSPEND');
  if (!boundTo || kind === 'RESUME' || kind === 'RENEW') return t(`orders.form.from.${kind as 'CHANGE'}`, { count });
  const day = formatDay(boundTo);
  if (kind === 'CHANGE') return t('orders.form.from.CHANGE_IN_TERM', { day });
  if (renewal === 'ON_REQUEST' || count === 0) return t('orders.form.from.TERMINATE_WITH_TERM', { day });
  return t('orders.form.from.TERMINATE_IN_TERM', { day, count });
}
