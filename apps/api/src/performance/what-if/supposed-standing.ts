import { inCurrencyDigits } from '@accord/domain';
import type { Step } from '@accord/sla';
import { Decimal } from 'decimal.js';
import type { Judged } from '../evaluation/judge-period.js';
import type { Judgeable } from '../evaluation/judgeable.js';
import { type JudgedColumns, judgedColumns } from '../evaluation/result-row.js';
import type { SupposedOwing } from './supposed-credits.js';

/** A period under supposed terms. */
export type SupposedRow = JudgedColumns & {
  readonly deemed: boolean;
  readonly creditPercent: string | null;
  readonly credit: Money | null;
  readonly counted: Money | null;
  /** How the credits of all commitments of the period come to what the agreement owes. */
  readonly owing: readonly Step[];
};

interface Money {
  readonly amount: string;
  readonly currency: string;
}

/**
 * The same history under one set of terms.
 *
 * @param owing null where no money moves.
 * @param only The only period that is to be shown; null = all of them.
 */
export function standing(
  commitment: Judgeable,
  judged: readonly Judged[],
  owing: SupposedOwing | null,
  only: string | null,
  at: Date,
) {
  const shown = judged.filter(({ judgement }) => (only ?? judgement.period.id) === judgement.period.id);
  const verdicts = shown.map(({ judgement }) => judgement.verdict);
  const hasAmounts = judged.some(({ judgement }) => judgement.credit?.amount != null);
  const counted = [...(owing?.counted.values() ?? [])].map(({ amount }) => amount);
  const agreement = owing?.agreement;
  return {
    results: shown.map((one) => supposedRow(one, owing, at)),
    met: verdicts.filter((verdict) => verdict === 'met').length,
    missed: verdicts.filter((verdict) => verdict === 'missed').length,
    credit: owing && hasAmounts ? inMoney(commitment, Decimal.sum(0, ...counted)) : null,
    agreement: agreement
      ? {
          owed: inMoney(commitment, agreement.owed),
          givenUp: inMoney(commitment, agreement.givenUp),
          left: inMoney(commitment, agreement.left),
        }
      : null,
  };
}

function supposedRow(one: Judged, owing: SupposedOwing | null, at: Date): SupposedRow {
  const { commitment, judgement } = one;
  const { credit, deemed, period } = judgement;
  const amount = credit?.amount ?? null;
  const counted = owing?.counted.get(period.id);
  return {
    ...judgedColumns(one, at),
    deemed,
    creditPercent: credit?.percent ?? null,
    credit: amount === null ? null : inMoney(commitment, amount),
    counted: owing && amount !== null ? inMoney(commitment, counted?.amount ?? 0) : null,
    owing: counted?.explanation ?? [],
  };
}

export const inMoney = ({ currency }: Judgeable, amount: Decimal.Value): Money => ({
  amount: inCurrencyDigits(amount, currency),
  currency,
});
