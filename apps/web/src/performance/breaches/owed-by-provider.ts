import type { BreachRowFragment } from '../../generated/graphql';
import type { MoneyValue } from '../../ui/format-money';
import { groupBy } from '../group-by';
import { sumDecimals } from '../../ui/sum-decimals';

export type Owed = { provider: string; owed: MoneyValue | null; count: number };

/** Who keeps the promise: the one bound by an OLA or UC, else the one that delivers the service. */
export function providerOf({ result }: BreachRowFragment): { name: string } | null {
  const { agreement, service } = result.commitment;
  return agreement.provider ?? service.provider ?? null;
}

/** Credits of the breaches that stand, summed by provider and currency, most first. */
export function owedByProvider(breaches: BreachRowFragment[], unnamed: string): Owed[] {
  const standing = breaches.filter(({ supersededAt }) => !supersededAt);
  const rows = [...groupBy(standing, (breach) => providerOf(breach)?.name ?? unnamed)].flatMap(
    ([provider, own]): Owed[] => {
      const credits = own.flatMap(({ credit }) => (credit?.amount ? [credit.amount] : []));
      const sums = [...groupBy(credits, ({ currency }) => currency)].map(([currency, amounts]) => ({
        currency,
        amount: sumDecimals(amounts.map(({ amount }) => amount)),
      }));
      const count = own.length;
      return sums.length > 0 ? sums.map((owed) => ({ provider, owed, count })) : [{ provider, owed: null, count }];
    },
  );
  return rows.sort((a, b) => Number(b.owed?.amount ?? 0) - Number(a.owed?.amount ?? 0) || b.count - a.count);
}
