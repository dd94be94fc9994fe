import {
  type DomainError,
  type Limit,
  limitRefusals,
  limitsOf,
  type OrderForm,
  type OrderKind,
  orderedLimits,
  type PricesOfDay,
  sameLimits,
  type Subscribed,
  withLimits,
} from '@accord/domain';
import type { PriceRow } from '../catalog/plans/plan-prices.js';
import type { PlanEntity } from '../catalog/plans/plan.entity.js';
import { subscribedOf, type SubscriptionRow } from './subscriptions/subscription-rows.js';

interface Said {
  kind: OrderKind;
  limits: readonly Limit[];
}

/** From what an item takes the limits that it does not say: what is renewed is what it will be by then. */
export function limitedBefore(kind: OrderKind, row: SubscriptionRow | null): Subscribed | null {
  const before = row && subscribedOf(row);
  return before && kind === 'renew' && row.ahead ? { ...before, ...row.ahead } : before;
}

/** The prices that are offered, today or on another day, with what an item sets aside of them. */
export function limitedPrices(
  { kind, limits }: Said,
  before: Subscribed | null,
  offered: PricesOfDay<PriceRow>,
): PricesOfDay<PriceRow> {
  const all = orderedLimits(kind, limits, before);
  const { prices, announced } = offered;
  return {
    ...offered,
    prices: prices && withLimits(prices, all),
    announced: announced && { ...announced, prices: withLimits(announced.prices, all) },
  };
}

/** What the rules of a submission look at of what an item sets aside. @param prices As {@link limitedPrices} answers them. */
export function limitFacts(
  { kind, limits: said }: Said,
  {
    plan,
    prices,
    before,
    form,
  }: { plan: PlanEntity; prices: readonly PriceRow[]; before: Subscribed | null; form: OrderForm | null },
): { limitRefusals: DomainError[]; setsAside: boolean; keepsLimits: boolean } {
  const had = before ? limitsOf(before.prices, before.quantity) : [];
  const has = before?.planId === plan.id;
  const asked = Object.keys(form?.limitFields ?? {});
  const says = kind === 'subscribe' || kind === 'change';
  return {
    limitRefusals: says
      ? limitRefusals({ plan, prices, said, kept: has ? had : [], carried: has ? [] : had, asked })
      : [],
    setsAside: prices.some((price) => price.kind === 'limit'),
    keepsLimits: sameLimits(limitsOf(prices, 0), had),
  };
}
