import { In } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { dayOf, priceListsOf, PRICES_OF_LIST, type PriceListRow, type PriceRow } from './plan-prices.js';
import type { PlanPromiseEntity } from './plan-promise.entity.js';
import { promisesOfPlans } from './plan-promises.js';
import { PlanEntity } from './plan.entity.js';

/** Plans of a service, those that have ended last, else as its version orders them. */
export const plansOfService = defineLoader<string, PlanEntity[]>(async (ids, { manager }) => {
  const plans = await manager.find(PlanEntity, {
    where: { serviceId: In([...ids]) },
    order: { endedAt: { direction: 'ASC', nulls: 'FIRST' }, position: 'ASC', id: 'ASC' },
  });
  return groupedBy(ids, plans, ({ serviceId }) => serviceId);
});

/** What new orders of a plan cost. */
export interface OfferedPrices {
  /** Today; null while it has no prices. */
  now: PriceRow[] | null;
  /** From a later day on; null = nothing is announced. */
  next: { from: string; prices: PriceRow[] } | null;
}

interface OfferedRow {
  planId: string;
  isNow: boolean;
  from: string;
  prices: PriceRow[];
}

export const offeredPrices = defineLoader<string, OfferedPrices>(async (ids, { manager, act }) => {
  const rows: OfferedRow[] = await manager.query(
    `SELECT l.plan_id AS "planId", l.from_date <= ${dayOf('$2')} AS "isNow", l.from_date::text AS "from", ${PRICES_OF_LIST} AS prices
       FROM price_list l
      WHERE l.plan_id = ANY ($1::uuid[]) AND l.withdrawn_at IS NULL AND coalesce(l.to_date, 'infinity') >= ${dayOf('$2')}
      ORDER BY l.from_date`,
    [ids, act.at],
  );
  return groupedBy(ids, rows, ({ planId }) => planId).map((lists) => ({
    now: lists.find(({ isNow }) => isNow)?.prices ?? null,
    next: lists.find(({ isNow }) => !isNow) ?? null,
  }));
});

/** Every price list of a plan, oldest first. */
export const priceListsOfPlan = defineLoader<string, PriceListRow[]>(async (ids, { manager }) => {
  const lists = await priceListsOf(manager, ids);
  return ids.map((id) => lists.get(id) ?? []);
});

/** What comes with a plan beside its price, oldest first. */
export const promisesOfPlan = defineLoader<string, PlanPromiseEntity[]>(async (ids, { manager }) => {
  const promises = await promisesOfPlans(manager, ids);
  return ids.map((id) => promises.get(id)!);
});

/** By a price of its list. */
export const suspendedIsChargedBy = defineLoader<string, boolean>(async (ids, { manager }) => {
  const rows: { id: string; suspendedIsCharged: boolean }[] = await manager.query(
    `SELECT c.id, l.suspended_is_charged AS "suspendedIsCharged" FROM price_component c
       JOIN price_list l ON l.id = c.price_list_id WHERE c.id = ANY ($1::uuid[])`,
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.suspendedIsCharged ?? false);
});
