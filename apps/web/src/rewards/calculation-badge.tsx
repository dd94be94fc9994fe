import { useTranslation } from 'react-i18next';
import type { CalculationState } from '../generated/graphql';
import { ToneBadge, type Tone } from '../ui/tone-badge';

const tones: Record<CalculationState, Tone> = {
  CALCULATED: 'warning',
  APPROVED: 'accent',
  RELEASED: 'good',
  REFUSED: 'bad',
};

export function CalculationBadge({ state }: { state: CalculationState }) {
  const { t } = useTranslation();
  return <ToneBadge tone={tones[state]}>{t(`rewards.state.${state}`)}</ToneBadge>;
}
