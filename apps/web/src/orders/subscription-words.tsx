import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { SubscriptionToOrderDocument, type OrderKind } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { whatWords } from './what-words';

/** What a subscription is now, and from when it is something else. */
export function SubscriptionWords({ id, kind }: { id: string; kind: Exclude<OrderKind, 'SUBSCRIBE'> }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(SubscriptionToOrderDocument, { id }));
  const now = data?.subscription;
  if (!now) return null;
  const { renewsOn, noticeDays } = now;
  return (
    <p>
      {t('orders.form.now', { what: whatWords(now) })}{' '}
      {kind === 'RENEW' && renewsOn
        ? t('orders.form.from.RENEW', { day: formatDay(renewsOn) })
        : t(`orders.form.from.${kind as 'CHANGE'}`, { count: noticeDays })}
    </p>
  );
}
