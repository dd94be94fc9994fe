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
  /** It comes out differently by it at all: without it, what is before and after differs by late data alone. */
  readonly changes: boolean;
  /** A frozen result comes out differently by it: it stays as it is until it is restated. */
  readonly restates: boolean;
  /** A frozen result comes out differently without it too, by what became known since: a restatement counts both. */
  readonly hasLateData: boolean;
  /** A restatement by it would better a frozen result by late data, as of `isBetteredByLateData`. */
  readonly bettersByLateData: boolean;
}

/** Why an approved exclusion restates what it does, as every revision that comes of it says. */
export function restatementReason(reason: string, effects: readonly PeriodEffect[]): string {
  const late = effects.filter(({ restates, hasLateData }) => restates && hasLateData).map(({ period }) => period);
  const said = `Exclusion approved: ${reason}`;
  if (late.length === 0) return said;
  const sentence = /[.!?…]$/.test(said) ? said : `${said}.`;
  return `${sentence} It also counts what became known of ${late.join(', ')} after closing.`;
}
