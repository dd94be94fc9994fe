import { useTranslation } from 'react-i18next';
import type { ServiceCreditState } from '../generated/graphql';
import { ToneBadge } from '../ui/tone-badge';

/** Whether a credit stands as first computed, was adjusted by a restatement, or fell away. */
export function CreditState({ state }: { state: ServiceCreditState }) {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={state === 'CANCELLED' ? 'neutral' : state === 'ADJUSTED' ? 'warning' : 'accent'}>
      {t(`performance.credit.state.${state}`)}
    </ToneBadge>
  );
}
