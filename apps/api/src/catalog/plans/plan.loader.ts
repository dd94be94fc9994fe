import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { dayOf, holdsOn, priceListsOf, PRICES_OF_LIST, type PriceListRow, type PriceRow } from './plan-prices.js';
import { PlanEntity } from './plan.entity.js';

/** Plans of a service, those that have ended last, else as its version orders them. */
export const plansOfService = defineLoader<string, PlanEntity[]>(async (ids, { manager }) => {
  const plans = await manager.find(PlanEntity, {
    where: { serviceId: In([...ids]) },
    order: { endedAt: { direction: 'ASC', nulls: 'FIRST' }, position: 'ASC', id: 'ASC' },
  });
  return groupedBy(ids, plans, ({ serviceId }) => serviceId);
});

/** What new orders of a plan cost today, in order. */
export const pricesOfPlan = defineLoader<string, PriceRow[]>(async (ids, { manager, act }) => {
  const rows: { planId: string; prices: PriceRow[] }[] = await manager.query(
    `SELECT l.plan_id AS "planId", ${PRICES_OF_LIST} AS prices
       FROM price_list l WHERE l.plan_id = ANY ($1::uuid[]) AND ${holdsOn(dayOf('$2'))}`,
    [ids, act.at],
  );
  return inOrderOf(ids, rows, ({ planId }) => planId).map((row) => row?.prices ?? []);
});

/** Every price list of a plan, oldest first. */
export const priceListsOfPlan = defineLoader<string, PriceListRow[]>(async (ids, { manager }) => {
  const lists = await priceListsOf(manager, ids);
  return ids.map((id) => lists.get(id) ?? []);
});
