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

type Settled = Pick<ClaimRowFragment, 'unbilled'> & Partial<Pick<ClaimRowFragment, 'unpaid'>>;

/** What it is to settle it: to note what was paid, of it or of all claims of the period, or to do by hand what no bill does. */
export function settlingOf({
  unbilled,
  unpaid,
}: Settled): 'settle' | 'settleTogether' | 'settleBack' | 'settleByHand' | 'takeBack' {
  if (unbilled) return isTakenBack(unbilled) ? 'takeBack' : 'settleByHand';
  if (!unpaid) return 'settle';
  return isTakenBack(unpaid) ? 'settleBack' : 'settleTogether';
}

/** How much is to be given or taken back by hand, or is paid for all claims of the period. */
export function byHandOf({ unbilled, unpaid }: Settled): string {
  const money = unbilled ?? unpaid;
  return money ? formatMoney({ ...money, amount: money.amount.replace('-', '') }) : '';
}

/** Who does what next, in words that name the other side. */
export function nextWords({
  turn,
  state,
  agreement,
  amount,
  unbilled,
  unbilledTogether,
  unpaid,
}: Pick<ClaimRowFragment, 'turn' | 'state' | 'agreement' | 'amount' | 'unbilled' | 'unbilledTogether'> &
  Partial<Pick<ClaimRowFragment, 'unpaid'>>): string {
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
  if (unpaid && side !== 'customer') {
    const back = isTakenBack(unpaid) ? 'unpaidBack' : 'unpaid';
    const amountLeft = byHandOf({ unbilled, unpaid });
    return i18next.t(`claims.turn.${side === 'provider' ? 'provider' : 'toUs'}.${back}`, { party, amount: amountLeft });
  }
  const key =
    turn === 'CLAIMANT' && (state === 'DISPUTED' || state === 'ACCEPTED') ? (`CLAIMANT_${state}` as const) : turn;
  return i18next.t(`claims.turn.${side}.${key}`, { party });
}
