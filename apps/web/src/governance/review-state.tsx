import { useTranslation } from 'react-i18next';
import type { ReviewState } from '../generated/graphql';
import { ToneBadge, type Tone } from '../ui/tone-badge';

const tones: Record<ReviewState, Tone> = {
  PLANNED: 'neutral',
  PACK_FROZEN: 'accent',
  HELD: 'warning',
  CLOSED: 'good',
  CANCELLED: 'neutral',
};

export function ReviewStateBadge({ state }: { state: ReviewState }) {
  const { t } = useTranslation();
  return <ToneBadge tone={tones[state]}>{t(`governance.state.${state}`)}</ToneBadge>;
}
