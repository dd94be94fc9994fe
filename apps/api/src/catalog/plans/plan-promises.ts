import { promiseHeld, promiseReaches, samePromise, type LocalDay, type PlanPromise } from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import type { PlanEntity } from './plan.entity.js';
import { PlanPromiseEntity } from './plan-promise.entity.js';
import { hasItOn, type Promised } from './promised.js';

/** A plan that promises something else than before. */
export interface ChangedPromise {
  plan: PlanEntity;
  after: PlanPromise;
  subscribersFrom: LocalDay;
  /** Whether a promise that had been announced never comes. */
  callsOff: boolean;
  /** Those who have the plan by that day, or whose order is under way, with what they have today. */
  held: readonly { personIds: readonly string[]; before: PlanPromise }[];
}

/** What comes with plans, oldest first. */
export async function promisesOfPlans(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, PlanPromiseEntity[]>> {
  const rows = await manager.find(PlanPromiseEntity, {
    where: { planId: In([...planIds]) },
    order: { planVersion: 'ASC' },
  });
  return new Map(planIds.map((id) => [id, rows.filter(({ planId }) => planId === id)]));
}

/** What somebody has of a plan on a day who ordered one of its versions. */
export async function promiseOn(
  manager: EntityManager,
  plan: PlanEntity,
  planVersion: number,
  day: LocalDay,
): Promise<PlanPromise> {
  return promiseHeld((await promisesOfPlans(manager, [plan.id])).get(plan.id)!, planVersion, day) ?? plan;
}

/**
 * Writes down what a plan promises from now on, when that is something else; the plan says it already.
 *
 * @param before The promises of the plan until now.
 */
export async function writePromise(
  tx: EntityManager,
  plan: PlanEntity,
  before: readonly PlanPromiseEntity[],
  on: { today: LocalDay; noticeDays: number; promised: readonly Promised[] },
): Promise<ChangedPromise | null> {
  const { id: planId, version: planVersion, agreementId, deliveryHours, deliveryCalendarId } = plan;
  const after = { agreementId, deliveryHours, deliveryCalendarId };
  const last = before.at(-1);
  if (last && samePromise(last, after)) return null;
  const held = on.promised.flatMap(({ planId: id, planVersion: ordered, personIds, endsOn }) => {
    const has = id === planId ? promiseHeld(before, ordered, on.today) : null;
    return has ? [{ personIds, endsOn, before: has }] : [];
  });
  const subscribersFrom = promiseReaches(
    held.map((one) => one.before),
    after,
    on,
  );
  const pending = before.filter(({ subscribersFrom: from }) => from !== null && from > on.today);
  for (const { planVersion: version } of pending)
    await tx.update(PlanPromiseEntity, { planId, planVersion: version }, { subscribersFrom: null });
  await tx.insert(PlanPromiseEntity, { planId, planVersion, subscribersFrom, ...after });
  const staying = held.filter((one) => hasItOn(one, subscribersFrom));
  return { plan, after, subscribersFrom, callsOff: pending.length > 0, held: staying };
}
