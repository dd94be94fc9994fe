import { addMonths } from '@accord/sla';
import { addDays, dayBefore, type LocalDay } from '../agreements/local-day.js';
import { inCurrencyDigits } from '../currency.js';
import { Exact } from '../exact.js';

/** What is promised for a year after the one whose budget pays first. */
export interface LaterYear {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly amount: string;
}

export interface Contract {
  /** Per month, as a decimal. */
  readonly monthly: string;
  readonly from: LocalDay;
  /** Of the term. */
  readonly months: number;
  readonly currency: string;
}

/**
 * What a contract costs in the years after a budget has ended, by the months that begin in them; no year without one.
 *
 * @param budgetTo Last day of the budget; later years begin on the day after it.
 */
export function laterYears({ monthly, from, months, currency }: Contract, budgetTo: LocalDay): LaterYear[] {
  const begins = Array.from({ length: months }, (_, month) => addMonths(from, month));
  const years: LaterYear[] = [];
  for (let first = addDays(budgetTo, 1); first <= (begins.at(-1) ?? ''); first = addMonths(first, 12)) {
    const to = dayBefore(addMonths(first, 12));
    const count = begins.filter((day) => day >= first && day <= to).length;
    const amount = inCurrencyDigits(new Exact(monthly).times(count), currency);
    if (!new Exact(amount).isZero()) years.push({ from: first, to, amount });
  }
  return years;
}
