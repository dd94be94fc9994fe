import { useTranslation } from 'react-i18next';
import type { Lifecycle } from '../generated/graphql';
import { ToneBadge, type Tone } from '../ui/tone-badge';

const tones: Record<Lifecycle, Tone> = {
  PROPOSED: 'warning',
  CHARTERED: 'accent',
  LIVE: 'good',
  RETIRING: 'warning',
  RETIRED: 'neutral',
};

/** Where a service stands in its life. */
export function LifecycleBadge({ lifecycle }: { lifecycle: Lifecycle }) {
  const { t } = useTranslation();
  return <ToneBadge tone={tones[lifecycle]}>{t(`catalog.lifecycle.${lifecycle}`)}</ToneBadge>;
}
