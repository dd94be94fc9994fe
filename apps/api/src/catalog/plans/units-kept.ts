import { assertUnitsStay, limitsOf, type PlanDefinition } from '@accord/domain';
import type { PlanEntity } from './plan.entity.js';
import type { Promised } from './promised.js';

/** @throws {DomainError} `UNIT_SET_ASIDE` when a plan prices a unit no more that somebody has set aside of it. */
export function assertUnitsKept(
  plans: readonly PlanDefinition[],
  known: readonly PlanEntity[],
  promised: readonly Promised[],
  path: readonly string[],
): void {
  for (const [place, plan] of plans.entries()) {
    const before = known.find(({ slug }) => slug === plan.slug);
    const ours = promised.filter(({ planId }) => planId === before?.id);
    // Prices that were pinned before units were stated count the quantity: they have some set aside.
    const held = ours.flatMap(({ prices }) => limitsOf(prices, 1));
    assertUnitsStay(plan, held, [...path, String(place)]);
  }
}
