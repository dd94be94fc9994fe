import { forecast, type Judgement, type Terms } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { shownShare } from './shown-figure.js';

/** Where the budget of a running period goes. Instants are epoch milliseconds. */
export interface BudgetProjection {
  /** The end of the period, and what is then left of all that it allows until then, in percent; below 0 = overspent. */
  readonly at: number;
  readonly leftPercent: string;
  /** When nothing is left; null where it lasts until the end. */
  readonly exhaustedAt: number | null;
}

/**
 * Where the budget of a running period goes if the rest of it is like the period so far. What tickets and events allow
 * grows with their number; of time all is allowed from the beginning.
 *
 * @returns null once the period is over, while nothing was spent, and once more than everything is.
 */
export function projectBudget(terms: Terms, judgement: Judgement): BudgetProjection | null {
  const { open, budget, period } = judgement;
  if (!open || new Decimal(budget.used).isZero() || new Decimal(budget.left).isNegative()) return null;
  const { usedAtEnd, budgetAtEnd, exhaustedAt } = forecast(terms, judgement);
  if (usedAtEnd === null || budgetAtEnd === null || new Decimal(budgetAtEnd).isZero()) return null;
  const left = new Decimal(1).minus(new Decimal(usedAtEnd).div(budgetAtEnd));
  return { at: period.to, leftPercent: shownShare(left.toFixed(20))!, exhaustedAt };
}
