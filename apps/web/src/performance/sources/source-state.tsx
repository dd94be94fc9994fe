import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceRowFragment, SourceState } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { ToneBadge, type Tone } from '../../ui/tone-badge';

const tones: Record<SourceState, Tone> = { AWAITED: 'neutral', HEARD: 'good', SILENT: 'bad', UNWATCHED: 'neutral' };

export function SourceBadge({ state }: { state: SourceState }) {
  const { t } = useTranslation();
  return <ToneBadge tone={tones[state]}>{t(`sources.state.${state}`)}</ToneBadge>;
}

/** Who acts next, where a source is not just heard as it should be. */
export function SourceWords({ source: { state, quietLimitMs, quietMinutes, failing } }: { source: SourceRowFragment }) {
  const { t } = useTranslation();
  if (state === 'HEARD' && failing === 0) return null;
  const words = state === 'UNWATCHED' && quietMinutes == null ? 'NO_RHYTHM' : state;
  const limit = quietLimitMs == null ? '' : formatDuration(quietLimitMs);
  return (
    <Text size="sm" className="quiet">
      {words !== 'HEARD' && t(`sources.stateWords.${words}`, { limit })}{' '}
      {failing > 0 && t('sources.failing', { count: failing })}
    </Text>
  );
}
