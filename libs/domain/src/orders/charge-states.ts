import { DomainError } from '../domain-error.js';

/** A run is reckoned anew as long as it is open; a proposed one waits for a second person, and a closed one never changes. */
export const CHARGE_RUN_STATES = ['open', 'proposed', 'closed'] as const;
export type ChargeRunState = (typeof CHARGE_RUN_STATES)[number];

const RUN_MOVES = {
  reckon: { from: 'open', to: 'open', done: 'reckoned anew' },
  propose: { from: 'open', to: 'proposed', done: 'proposed for closing' },
  reopen: { from: 'proposed', to: 'open', done: 'opened again' },
  close: { from: 'proposed', to: 'closed', done: 'closed' },
} as const satisfies Record<string, { from: ChargeRunState; to: ChargeRunState; done: string }>;
export type ChargeRunMove = keyof typeof RUN_MOVES;

export const canMoveChargeRun = (move: ChargeRunMove, state: ChargeRunState): boolean => RUN_MOVES[move].from === state;

/** @throws {DomainError} `WRONG_STATE` when the run does not stand where the move starts. */
export function movedChargeRun(move: ChargeRunMove, state: ChargeRunState): ChargeRunState {
  const { from, to, done } = RUN_MOVES[move];
  if (from === state) return to;
  throw new DomainError('WRONG_STATE', `This month is ${state}; only one that is ${from} can be ${done}.`, ['id']);
}

export const CHARGE_DISPUTE_STATES = ['open', 'accepted', 'refused', 'withdrawn'] as const;
export type ChargeDisputeState = (typeof CHARGE_DISPUTE_STATES)[number];

/** @throws {DomainError} `WRONG_STATE` unless the dispute waits for its answer. */
export function assertOpenDispute(state: ChargeDisputeState): void {
  if (state !== 'open') throw new DomainError('WRONG_STATE', `This dispute was ${state} already.`, ['id']);
}
