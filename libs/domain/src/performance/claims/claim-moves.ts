import type { AgreementKind } from '../../agreements/agreement-kind.js';
import { DomainError } from '../../domain-error.js';

/**
 * `claimable`: nobody has asked for it yet; `accepted`: owed and agreed, on its way; `credited`: paid, set off, or on a
 * closed bill; `rejected`: disputed and given up; `cancelled`: a restatement found nothing owed.
 */
export const CLAIM_STATES = [
  'claimable',
  'claimed',
  'disputed',
  'accepted',
  'credited',
  'rejected',
  'expired',
  'waived',
  'cancelled',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** `claimant`: whom the credit is owed; `debtor`: who owes it; `second`: another one on the side of the claimant. */
export type ClaimParty = 'claimant' | 'debtor' | 'second' | 'nobody';

interface Move {
  readonly from: readonly ClaimState[];
  /** `same`: the claim stays where it is. */
  readonly to: ClaimState | 'same';
  readonly by: readonly ClaimParty[];
  /** For sentences: what was done to the claim. */
  readonly done: string;
  readonly needsReason?: true;
}

/** The whole life of a claim. */
export const CLAIM_MOVES = {
  claim: { from: ['claimable'], to: 'claimed', by: ['claimant'], done: 'claimed' },
  accept: { from: ['claimed', 'disputed'], to: 'accepted', by: ['debtor', 'claimant'], done: 'accepted' },
  dispute: { from: ['claimed'], to: 'disputed', by: ['debtor', 'claimant'], done: 'disputed', needsReason: true },
  insist: { from: ['disputed'], to: 'claimed', by: ['claimant'], done: 'claimed again', needsReason: true },
  credit: { from: ['accepted'], to: 'credited', by: ['claimant', 'debtor'], done: 'credited' },
  creditPart: { from: ['accepted'], to: 'same', by: ['debtor'], done: 'credited in part' },
  setOff: { from: ['accepted'], to: 'credited', by: ['nobody'], done: 'set off' },
  setOffPart: { from: ['accepted'], to: 'same', by: ['nobody'], done: 'set off in part' },
  bill: { from: ['accepted'], to: 'credited', by: ['nobody'], done: 'put on a bill' },
  askWaiver: {
    from: ['claimable', 'claimed', 'disputed'],
    to: 'same',
    by: ['claimant'],
    done: 'proposed to be given up',
    needsReason: true,
  },
  refuseWaiver: {
    from: ['claimable', 'claimed', 'disputed'],
    to: 'same',
    by: ['second'],
    done: 'kept up',
    needsReason: true,
  },
  waive: { from: ['claimable', 'claimed'], to: 'waived', by: ['second'], done: 'waived' },
  reject: { from: ['disputed'], to: 'rejected', by: ['second'], done: 'given up' },
  expire: { from: ['claimable'], to: 'expired', by: ['nobody'], done: 'let expire' },
  adjust: { from: ['claimable', 'claimed', 'disputed'], to: 'same', by: ['nobody'], done: 'adjusted' },
  cancel: { from: ['claimable', 'claimed', 'disputed'], to: 'cancelled', by: ['nobody'], done: 'cancelled' },
} as const satisfies Record<string, Move>;
export type ClaimMove = keyof typeof CLAIM_MOVES;
export const CLAIM_MOVE_NAMES = Object.keys(CLAIM_MOVES) as ClaimMove[];

const moveOf = (move: ClaimMove): Move => CLAIM_MOVES[move];

export const canMoveClaim = (move: ClaimMove, state: ClaimState): boolean => moveOf(move).from.includes(state);

/** Whether one of the parties may make the move. */
export const movesClaim = (move: ClaimMove, parties: readonly ClaimParty[]): boolean =>
  moveOf(move).by.some((party) => parties.includes(party));

/** Whether the claim may still change its mind: nobody has agreed to it or ended it. */
export const isOpenClaim = (state: ClaimState): boolean => canMoveClaim('cancel', state);

/** Whether nothing will come of the claim. */
export const isGivenUp = (state: ClaimState): boolean => ['rejected', 'expired', 'waived'].includes(state);

/**
 * Where a move leads.
 *
 * @throws {DomainError} `WRONG_STATE` when the claim does not stand where the move starts; `REASON_MISSING` when it needs one.
 */
export function movedClaim(move: ClaimMove, state: ClaimState, reason: string | null): ClaimState {
  const { to, done, needsReason } = moveOf(move);
  if (!canMoveClaim(move, state))
    throw new DomainError('WRONG_STATE', `This claim is ${state}; it cannot be ${done}.`, ['id']);
  if (needsReason && !reason?.trim()) throw new DomainError('REASON_MISSING', 'Say why.', ['reason']);
  return to === 'same' ? state : to;
}

/** Giving up what was disputed is to reject it; what was not is waived. */
export const givingUp = (state: ClaimState): ClaimMove => (state === 'disputed' ? 'reject' : 'waive');

/**
 * What bills have to do with a part of what was accepted: `awaited`: the next one takes it, or finds that nobody was charged
 * for what it is about; `unbilled`: none ever takes it; `byHand`: who owes it credited it so; `setOff`: nobody had credited it yet when a restatement took it
 * back.
 */
export const CLAIM_PART_BILLINGS = ['awaited', 'billed', 'unbilled', 'byHand', 'setOff'] as const;
export type ClaimPartBilling = (typeof CLAIM_PART_BILLINGS)[number];

/** Who acts next on a claim. */
export type ClaimTurn = 'claimant' | 'debtor' | 'second' | 'bill' | 'nobody';
export const CLAIM_TURNS = ['claimant', 'debtor', 'second', 'bill', 'nobody'] as const;

/**
 * What was accepted of an SLA is credited by a bill; what of it no bill takes, by hand by who owes it. What a provider paid
 * under an OLA or UC is noted by whom it was owed.
 */
export function claimTurn(claim: {
  readonly state: ClaimState;
  readonly isWaiverAsked: boolean;
  readonly kind: AgreementKind;
  /** Whether no bill takes it, or a part of it that is not credited yet. */
  readonly isUnbilled: boolean;
}): ClaimTurn {
  if (claim.isWaiverAsked) return 'second';
  switch (claim.state) {
    case 'claimable':
    case 'disputed':
      return 'claimant';
    case 'claimed':
      return 'debtor';
    case 'accepted':
      if (claim.kind !== 'sla') return 'claimant';
      return claim.isUnbilled ? 'debtor' : 'bill';
    default:
      return 'nobody';
  }
}
