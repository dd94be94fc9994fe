import type { Step } from '@accord/sla';
import type { Decimal } from 'decimal.js';
import { inCurrencyDigits } from '../currency.js';
import { Exact } from '../exact.js';
import type { ChargedLine } from './charge-lines.js';

/** What of a line says which line of another month, or of another reckoning of the same month, it is. */
export type ChargedPrice = Pick<ChargedLine, 'kind' | 'label' | 'per' | 'unitName' | 'planId'>;

export const chargeKey = ({ planId, kind, label, per, unitName }: ChargedPrice): string =>
  JSON.stringify([planId, kind, label, per, unitName]);

/** What was charged for a closed month, in a line of it or by a correction since. */
export type PostedLine = ChargedPrice &
  Pick<ChargedLine, 'amount' | 'currency' | 'from' | 'to' | 'planVersion' | 'unitPrice' | 'quantity'>;

/**
 * By how much a closed month has to be corrected, so that what was charged for it is what it costs by all that is known
 * now. A line for each price that differs; nothing is rewritten.
 *
 * @param givenBack For disputes, by `chargeKey`: it is not given back once more where the month turns out too dear, and
 *   stays given where it does not.
 */
export function correctionsOf(
  posted: readonly PostedLine[],
  expected: readonly ChargedLine[],
  givenBack: ReadonlyMap<string, string> = new Map(),
): ChargedLine[] {
  const keys = new Set([...posted, ...expected].map(chargeKey));
  return [...keys].flatMap((key) => {
    const was = posted.filter((line) => chargeKey(line) === key);
    const is = expected.filter((line) => chargeKey(line) === key);
    const [charged, due] = [total(was), total(is)];
    const back = givenBack.get(key) ?? '0';
    const difference = stillWrong(due.minus(charged), back);
    if (difference.isZero()) return [];
    const { kind, label, per, unitName, planId, planVersion, quantity, unitPrice, currency } = (is.at(-1) ??
      was.at(-1))!;
    const days = [...is, ...was];
    const amount = inCurrencyDigits(difference.toFixed(), currency);
    const step: Step = {
      rule: 'charge.correction',
      inputs: { label, charged: charged.toFixed(), due: due.toFixed(), givenBack: back },
      result: { amount, currency },
    };
    const from = days.map((line) => line.from).sort()[0]!;
    const to = days
      .map((line) => line.to)
      .sort()
      .at(-1)!;
    const explanation = [...is.flatMap((line) => line.explanation), step];
    return [
      { kind, label, per, unitName, planId, planVersion, from, to, quantity, unitPrice, amount, currency, explanation },
    ];
  });
}

/** What was charged too little is charged; of what was too much, only what a dispute has not given back yet. */
function stillWrong(difference: Decimal, givenBack: string): Decimal {
  return difference.isNegative() ? Exact.min(0, difference.plus(givenBack)) : difference;
}

/**
 * What a dispute of a line can give back: of what it charges, as much as no correction and no other dispute has given back.
 *
 * @param posted Of the same price and month: what was charged and corrected.
 * @param givenBack Of the same, for disputes.
 */
export function mostGivenBack(line: string, posted: readonly string[], givenBack: readonly string[]): string {
  const left = givenBack.reduce((sum, amount) => sum.minus(amount), total(posted.map((amount) => ({ amount }))));
  return Exact.max(0, Exact.min(line, left)).toFixed();
}

const total = (lines: readonly Pick<ChargedLine, 'amount'>[]) =>
  lines.reduce((sum, { amount }) => sum.plus(amount), new Exact(0));
