import type { ClaimRowFragment, ClaimState } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { ToneBadge, type Tone } from '../../ui/tone-badge';
import { owedByUs, partyOf } from '../breaches/who-owes';

const TONES: Record<ClaimState, Tone> = {
  CLAIMABLE: 'warning',
  CLAIMED: 'accent',
  DISPUTED: 'bad',
  ACCEPTED: 'accent',
  CREDITED: 'good',
  REJECTED: 'neutral',
  EXPIRED: 'bad',
  WAIVED: 'neutral',
  CANCELLED: 'neutral',
};

export function ClaimStateBadge({ state }: { state: ClaimState }) {
  return <ToneBadge tone={TONES[state]}>{i18next.t(`claims.state.${state}`)}</ToneBadge>;
}

/** Who does what next, in words that name the other side. */
export function nextWords({ turn, state, agreement }: Pick<ClaimRowFragment, 'turn' | 'state' | 'agreement'>): string {
  if (!agreement) return i18next.t('claims.turn.toUs.NOBODY');
  const party = partyOf(agreement, i18next.t('performance.breaches.everyone'));
  const side = owedByUs(agreement) ? 'byUs' : 'toUs';
  const key =
    turn === 'CLAIMANT' && (state === 'DISPUTED' || state === 'ACCEPTED') ? (`CLAIMANT_${state}` as const) : turn;
  return i18next.t(`claims.turn.${side}.${key}`, { party });
}
