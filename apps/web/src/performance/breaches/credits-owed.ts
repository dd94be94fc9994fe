import type { BreachRowFragment } from '../../generated/graphql';
import type { MoneyValue } from '../../ui/format-money';
import { groupBy } from '../group-by';
import { sumDecimals } from '../../ui/sum-decimals';

/** What stands between us and one party in one currency; the count is of all breaches of that party. */
export type Owed = { party: string; owed: MoneyValue | null; count: number };

/** One direction of what is owed: a sum for each currency, and each party with its own. */
export type OwedPart = { sums: MoneyValue[]; rows: Owed[] };

type AgreementOf = BreachRowFragment['result']['commitment']['agreement'];

/** Of an SLA we owe the credit to customers; of an OLA or UC the provider owes it to us. */
export const owedByUs = ({ kind }: Pick<AgreementOf, 'kind'>): boolean => kind === 'SLA';

/** Whom we owe, or who owes us. @param everyone The customer of an SLA that names none. */
export const partyOf = (agreement: AgreementOf, everyone: string): string =>
  (owedByUs(agreement) ? agreement.customer : agreement.provider)?.name ?? everyone;

/** Credits of the breaches that stand, by who owes them. */
export function creditsOwed(breaches: BreachRowFragment[], everyone: string): { toUs: OwedPart; byUs: OwedPart } {
  const standing = breaches.filter(({ supersededAt }) => !supersededAt);
  const [byUs, toUs] = [true, false].map((byUs) =>
    part(
      standing.filter(({ result }) => owedByUs(result.commitment.agreement) === byUs),
      everyone,
    ),
  ) as [OwedPart, OwedPart];
  return { toUs, byUs };
}

function part(breaches: BreachRowFragment[], everyone: string): OwedPart {
  const parties = groupBy(breaches, ({ result }) => partyOf(result.commitment.agreement, everyone));
  const rows = [...parties].flatMap(([party, own]): Owed[] => {
    const sums = sumsOf(own);
    return sums.length > 0
      ? sums.map((owed) => ({ party, owed, count: own.length }))
      : [{ party, owed: null, count: own.length }];
  });
  const most = (row: Owed) => Number(row.owed?.amount ?? 0);
  return { sums: sumsOf(breaches), rows: rows.sort((a, b) => most(b) - most(a) || b.count - a.count) };
}

function sumsOf(breaches: BreachRowFragment[]): MoneyValue[] {
  const credits = breaches.flatMap(({ credit }) => (credit?.amount ? [credit.amount] : []));
  return [...groupBy(credits, ({ currency }) => currency)].map(([currency, amounts]) => ({
    currency,
    amount: sumDecimals(amounts.map(({ amount }) => amount)),
  }));
}
