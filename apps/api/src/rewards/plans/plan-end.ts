import { addDays, lastDayOf } from '@accord/domain';
import type { RewardCalculationEntity } from '../calculations/reward-calculation.entity.js';

type State = RewardCalculationEntity['state'];

/** Calculations that keep a plan from ending. */
export const WAITING = ['calculated', 'approved'] as const satisfies readonly State[];

export const isWaiting = (state: State): boolean => WAITING.some((waiting) => waiting === state);

/** From which day on the end of a plan takes something away; of what is not calculated at all, from its beginning. */
export function firstUncalculated(calculated: readonly string[]): string {
  const last = lastDayOf(calculated);
  return last ? addDays(last, 1) : '1900-01-01';
}
