import type { RetirementRest } from '@accord/domain';
import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { RetirementPathEntity } from './retirement-path.entity.js';
import { retirementRest } from './retirement-rest.js';
import { RetirementEntity } from './retirement.entity.js';
import type { SubscriberStanding } from './retirement.type.js';
import { retiringPlans, type RetiringRow } from './retiring.js';

export const planOfRetirement = defineLoader<string, PlanEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(PlanEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** In the order of the plans. */
export const pathsOfRetirement = defineLoader<string, RetirementPathEntity[]>(async (ids, { manager }) => {
  const paths: RetirementPathEntity[] = await manager.query(
    `SELECT path.retirement_id AS "retirementId", path.plan_id AS "planId", path.successor_id AS "successorId", path.answers
       FROM retirement_path path JOIN plan p ON p.id = path.plan_id
      WHERE path.retirement_id = ANY ($1::uuid[]) ORDER BY p.position, p.id`,
    [ids],
  );
  return groupedBy(ids, paths, ({ retirementId }) => retirementId);
});

/** What is decided of the end of a plan; null where it stays. */
export const retiringOfPlan = defineLoader<string, RetiringRow | null>(async (ids, { manager }) => {
  const retiring = await retiringPlans(manager, ids);
  return ids.map((id) => retiring.get(id) ?? null);
});

/** Decided of a whole service; null where it stays. */
export const retirementOfService = defineLoader<string, RetirementEntity | null>(async (ids, { manager }) => {
  const decided = await manager.find(RetirementEntity, { where: { serviceId: In([...ids]), state: 'decided' } });
  const whole = decided.filter(({ planId }) => planId === null);
  return inOrderOf(ids, whole, ({ serviceId }) => serviceId);
});

/** Newest first. */
export const retirementsOfService = defineLoader<string, RetirementEntity[]>(async (ids, { manager }) => {
  const where = { serviceId: In([...ids]) };
  const retirements = await manager.find(RetirementEntity, { where, order: { id: 'DESC' } });
  return groupedBy(ids, retirements, ({ serviceId }) => serviceId);
});

export interface SubscriberRow {
  id: string;
  retirementId: string;
  standing: SubscriberStanding;
  quantity: number;
  /** That it has now. */
  planId: string;
  unitId: string;
  ownerId: string;
  beneficiaryId: string;
}

/**
 * Of a proposal those who have it now; once decided, those who had it then or since; without those who leave by its last
 * day anyway. Those who are left come first.
 */
const SUBSCRIBERS = `
  SELECT r.id AS "retirementId", b.id, b.quantity, b.plan_id AS "planId", b.unit_id AS "unitId", b.owner_id AS "ownerId",
         b.beneficiary_id AS "beneficiaryId", now.standing
    FROM retirement r
    JOIN LATERAL (
      SELECT subscription_id, plan_id FROM retirement_subscriber WHERE retirement_id = r.id
      UNION
      SELECT s.id, s.plan_id FROM retirement_path path JOIN subscription s
          ON s.plan_id = path.plan_id AND s.state <> 'ended' AND coalesce(s.ends_on > r.ends_on, true)
       WHERE path.retirement_id = r.id AND r.state IN ('proposed', 'decided')) had ON true
    JOIN subscription b ON b.id = had.subscription_id
    JOIN person p ON p.id = b.beneficiary_id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN b.state = 'ended' OR b.ends_on <= r.ends_on THEN 'gone' WHEN b.plan_id = had.plan_id THEN 'left'
                  ELSE 'moved' END AS standing) now
   WHERE r.id = ANY ($1::uuid[])
   ORDER BY array_position(ARRAY['left', 'moved', 'gone'], now.standing), p.name COLLATE "und-x-icu", b.id`;

export const subscribersOfRetirement = defineLoader<string, SubscriberRow[]>(async (ids, { manager }) => {
  const rows: SubscriberRow[] = await manager.query(SUBSCRIBERS, [ids]);
  return groupedBy(ids, rows, ({ retirementId }) => retirementId);
});

/** What holds it up, for who manages it: there are few. */
export const restOfRetirement = defineLoader<string, RetirementRest>(async (ids, { manager }) => {
  const retirements = await manager.findBy(RetirementEntity, { id: In([...ids]) });
  const rests: RetirementRest[] = [];
  for (const retirement of inOrderOf(ids, retirements, ({ id }) => id))
    rests.push(await retirementRest(manager, retirement!));
  return rests;
});

const NEEDED_BY = `
  SELECT link.supporting_service_id AS id, s.name FROM service_support link JOIN service s ON s.id = link.service_id
   WHERE link.supporting_service_id = ANY ($1::uuid[]) AND s.lifecycle IN ('live', 'retiring')
   ORDER BY s.name COLLATE "und-x-icu"`;

/** Names of all services in use that rest on a service, for who manages that: it is not over while one does. */
export const neededBy = defineLoader<string, string[]>(async (ids, { manager }) => {
  const rows: { id: string; name: string }[] = await manager.query(NEEDED_BY, [ids]);
  return groupedBy(ids, rows, ({ id }) => id).map((group) => group.map(({ name }) => name));
});
