import { In, IsNull } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { PlanEntity } from './plan.entity.js';
import { PriceComponentEntity } from './price-component.entity.js';

/** Plans of a service, those that have ended last, else in the order in which they came. */
export const plansOfService = defineLoader<string, PlanEntity[]>(async (ids, { manager }) => {
  const plans = await manager.find(PlanEntity, {
    where: { serviceId: In([...ids]) },
    order: { endedAt: { direction: 'ASC', nulls: 'FIRST' }, id: 'ASC' },
  });
  return groupedBy(ids, plans, ({ serviceId }) => serviceId);
});

/** The prices in force of a plan, in their order. */
export const pricesOfPlan = defineLoader<string, PriceComponentEntity[]>(async (ids, { manager }) => {
  const prices = await manager.find(PriceComponentEntity, {
    where: { planId: In([...ids]), endedAt: IsNull() },
    order: { position: 'ASC' },
  });
  return groupedBy(ids, prices, ({ planId }) => planId);
});
