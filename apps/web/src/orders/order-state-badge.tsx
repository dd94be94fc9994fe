import { useTranslation } from 'react-i18next';
import type { OrderState } from '../generated/graphql';
import { ToneBadge, type Tone } from '../ui/tone-badge';

const tones: Partial<Record<OrderState, Tone>> = {
  SUBMITTED: 'accent',
  AWAITING_APPROVAL: 'warning',
  APPROVED: 'accent',
  FULFILLING: 'accent',
  DELIVERED: 'warning',
  COMPLETED: 'good',
  REJECTED: 'bad',
  FAILED: 'bad',
};

/** Where an order stands, in a word. */
export function OrderStateBadge({ state }: { state: OrderState }) {
  const { t } = useTranslation();
  return <ToneBadge tone={tones[state]}>{t(`orders.state.${state}`)}</ToneBadge>;
}
