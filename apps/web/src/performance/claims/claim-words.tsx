import type { ClaimRowFragment, ClaimState } from '../../generated/graphql';
import { i18next } from '../../i18n/i18n';
import { formatMoney } from '../../ui/format-money';
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

/** Whether more had been accepted than is owed. */
const isTakenBack = ({ amount }: { amount: string }): boolean => amount.startsWith('-');

/** What it is to settle it: to note what was paid, or to do by hand what no bill does. */
export const settlingOf = ({ unbilled }: Pick<ClaimRowFragment, 'unbilled'>): 'settle' | 'settleByHand' | 'takeBack' =>
  !unbilled ? 'settle' : isTakenBack(unbilled) ? 'takeBack' : 'settleByHand';

/** How much is to be given or taken back by hand. */
export const byHandOf = ({ unbilled }: Pick<ClaimRowFragment, 'unbilled'>): string =>
  unbilled ? formatMoney({ ...unbilled, amount: unbilled.amount.replace('-', '') }) : '';

/** Who does what next, in words that name the other side. */
export function nextWords({
  turn,
  state,
  agreement,
  amount,
  unbilled,
  unbilledTogether,
}: Pick<ClaimRowFragment, 'turn' | 'state' | 'agreement' | 'amount' | 'unbilled' | 'unbilledTogether'>): string {
  if (!agreement) return i18next.t(`claims.turn.alone.${turn}`);
  const party = partyOf(agreement, i18next.t('performance.breaches.everyone'));
  const isCustomer = agreement.viewerSide === 'CUSTOMER';
  if (turn === 'DEBTOR' && unbilled) {
    if (isCustomer) {
      const back = isTakenBack(unbilled) ? 'unbilledBack' : 'unbilled';
      return i18next.t(`claims.turn.customer.${back}`, { party, amount: byHandOf({ unbilled }) });
    }
    const isAll = unbilled.amount === amount.amount;
    const [all, back] = unbilledTogether
      ? (['unbilledTogether', 'unbilledTogetherBack'] as const)
      : ([isAll ? 'unbilled' : 'partUnbilled', 'unbilledBack'] as const);
    const key = isTakenBack(unbilled) ? back : all;
    return i18next.t(`claims.turn.${key}`, {
      party,
      amount: byHandOf({ unbilled }),
    });
  }
  const ours = owedByUs(agreement) ? 'byUs' : 'toUs';
  const side = isCustomer ? 'customer' : agreement.viewerSide === 'PROVIDER' ? 'provider' : ours;
  const key =
    turn === 'CLAIMANT' && (state === 'DISPUTED' || state === 'ACCEPTED') ? (`CLAIMANT_${state}` as const) : turn;
  return i18next.t(`claims.turn.${side}.${key}`, { party });
}
