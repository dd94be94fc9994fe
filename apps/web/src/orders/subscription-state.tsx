import { useTranslation } from 'react-i18next';
import type { SubscriptionState as State } from '../generated/graphql';
import { ToneBadge } from '../ui/tone-badge';

/** Where a subscription stands; the usual says nothing. */
export function SubscriptionState({ state }: { state: State }) {
  const { t } = useTranslation();
  if (state === 'ACTIVE') return null;
  return <ToneBadge tone={state === 'SUSPENDED' ? 'warning' : 'neutral'}>{t(`orders.mine.state.${state}`)}</ToneBadge>;
}
