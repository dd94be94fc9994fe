import { DomainError } from '../domain-error.js';

export const CALCULATION_STATES = ['calculated', 'approved', 'released', 'refused'] as const;
export type CalculationState = (typeof CALCULATION_STATES)[number];

export const LEDGER_ENTRY_KINDS = ['earned', 'adjusted', 'released'] as const;
export type LedgerEntryKind = (typeof LEDGER_ENTRY_KINDS)[number];

/** From which state each move starts, and where it leads. */
const MOVES = {
  approve: { from: 'calculated', to: 'approved' },
  refuse: { from: 'calculated', to: 'refused' },
  release: { from: 'approved', to: 'released' },
} as const satisfies Record<string, { from: CalculationState; to: CalculationState }>;
export type CalculationMove = keyof typeof MOVES;

export const canMoveCalculation = (move: CalculationMove, state: CalculationState): boolean =>
  MOVES[move].from === state;

/** @throws {DomainError} When the calculation does not stand where the move starts. */
export function movedCalculation(move: CalculationMove, state: CalculationState): CalculationState {
  if (canMoveCalculation(move, state)) return MOVES[move].to;
  throw new DomainError('WRONG_STATE', `This calculation is ${state}; only one that is ${MOVES[move].from} can be.`);
}
