import type { ResultState, Verdict } from './verdict.js';

/** What a period comes to. */
export interface PeriodOutcome {
  /** Percent as people read it; null without data. */
  readonly figure: string | null;
  readonly verdict: Verdict;
  readonly budgetTotal: string;
  readonly budgetLeft: string;
  /** null where there is none. */
  readonly credit: { readonly percent: string; readonly amount: string | null; readonly currency: string } | null;
}

/** What something that is not decided yet would make of a period. Plain JSON: it is kept with the decision. */
export interface PeriodEffect {
  readonly resultId: string;
  readonly period: string;
  readonly revision: number;
  readonly state: ResultState;
  /** Of the budget. */
  readonly unit: string;
  readonly before: PeriodOutcome;
  readonly after: PeriodOutcome;
  /** A frozen result comes out differently: it stays as it is until it is restated. */
  readonly restates: boolean;
}

/** Whether anything that people see of the period changes. */
export function changesPeriod({ before, after, restates }: Omit<PeriodEffect, 'resultId'>): boolean {
  return restates || JSON.stringify(before) !== JSON.stringify(after);
}
