import { useTranslation } from 'react-i18next';
import type { ImportState as State } from '../../generated/graphql';
import { ToneBadge, type Tone } from '../../ui/tone-badge';

const tones: Record<State, Tone> = { RUNNING: 'accent', INTERRUPTED: 'warning', DONE: 'good', REFUSED: 'bad' };

export function ImportState({ state }: { state: State }) {
  const { t } = useTranslation();
  return <ToneBadge tone={tones[state]}>{t(`performance.import.state.${state}`)}</ToneBadge>;
}
