import { OPEN_STATES, orderNumber, type ServiceMoveFacts } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../plans/plan.entity.js';
import type { ServiceEntity } from './service.entity.js';
import { IsNull } from 'typeorm';

/** Commitments on a service, in force at an instant, of the SLAs that its plans name. */
const IN_FORCE = `
  SELECT count(*)::int AS count
    FROM commitment c
    JOIN agreement a ON a.id = c.agreement_id AND a.kind = 'sla'
    JOIN agreement_version v ON v.agreement_id = a.id AND v.state = 'inForce'
     AND ($2::timestamptz AT TIME ZONE a.time_zone)::date BETWEEN v.effective_from AND coalesce(v.effective_to, 'infinity')
    JOIN commitment_terms t ON t.version_id = v.id AND t.commitment_id = c.id
   WHERE c.service_id = $1
     AND a.id IN (SELECT agreement_id FROM plan WHERE service_id = $1 AND ended_at IS NULL)`;

const RESTED_ON_BY = `
  SELECT count(*)::int AS count FROM service_support JOIN service s ON s.id = service_id
   WHERE supporting_service_id = $1 AND s.lifecycle <> 'retired'`;

const CARRIES = `
  SELECT s.name FROM service_support JOIN service s ON s.id = service_id
   WHERE supporting_service_id = $1 AND s.lifecycle IN ('live', 'retiring')
   ORDER BY s.name COLLATE "und-x-icu"`;

const OPEN_ORDERS = `
  SELECT o.number FROM service_order o
   WHERE o.state = ANY ($2) AND EXISTS (
     SELECT FROM order_item i JOIN plan p ON p.id = i.plan_id WHERE i.order_id = o.id AND p.service_id = $1)
   ORDER BY o.number`;

/** What the rules of a service's lifecycle look at, as it is at an instant. */
export async function moveFacts(tx: EntityManager, service: ServiceEntity, at: Date): Promise<ServiceMoveFacts> {
  const { id, name, lifecycle, ownerId } = service;
  const [{ count: commitmentsInForce }] = await tx.query(IN_FORCE, [id, at]);
  const [{ count: restedOnBy }] = await tx.query(RESTED_ON_BY, [id]);
  const carries: { name: string }[] = await tx.query(CARRIES, [id]);
  const openOrders: { number: number }[] = await tx.query(OPEN_ORDERS, [id, OPEN_STATES]);
  return {
    name,
    lifecycle,
    ownerId,
    plans: await tx.countBy(PlanEntity, { serviceId: id, endedAt: IsNull() }),
    commitmentsInForce,
    restedOnBy,
    carries: carries.map((service) => service.name),
    openOrders: openOrders.map(({ number }) => orderNumber(number)),
  };
}
