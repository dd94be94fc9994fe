import type { CreditRow } from './breach.loader.js';

/** A credit as `ServiceCredit` shows it. */
export function shownCredit(credit: CreditRow) {
  const { currency, charge, amount, difference } = credit;
  const money = (value: string | null) => (value === null ? null : { amount: value, currency });
  return { ...credit, charge: money(charge), amount: money(amount), difference: money(difference) };
}
