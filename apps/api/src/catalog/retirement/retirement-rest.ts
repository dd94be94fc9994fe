import { OPEN_STATES, orderNumber, type RetirementRest } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { RetirementEntity } from './retirement.entity.js';

const LEFT = `
  SELECT p.name || ' (' || u.name || ')' AS name FROM subscription b
    JOIN person p ON p.id = b.beneficiary_id JOIN business_unit u ON u.id = b.unit_id
   WHERE b.service_id = $1 AND b.state <> 'ended' AND coalesce(b.plan_id = $2::uuid, true)
   ORDER BY p.name COLLATE "und-x-icu", b.id`;

const OPEN_ORDERS = `
  SELECT DISTINCT o.number FROM order_item i JOIN service_order o ON o.id = i.order_id JOIN plan p ON p.id = i.plan_id
   WHERE p.service_id = $1 AND coalesce(p.id = $2::uuid, true) AND o.state = ANY ($3) ORDER BY o.number`;

const CARRIES = `
  SELECT s.name FROM service_support JOIN service s ON s.id = service_id
   WHERE supporting_service_id = $1 AND $2::uuid IS NULL AND s.lifecycle IN ('live', 'retiring')
   ORDER BY s.name COLLATE "und-x-icu"`;

/** What holds up the end of a service or a plan. */
export async function retirementRest(
  manager: EntityManager,
  { serviceId, planId }: Pick<RetirementEntity, 'serviceId' | 'planId'>,
): Promise<RetirementRest> {
  const left: { name: string }[] = await manager.query(LEFT, [serviceId, planId]);
  const orders: { number: number }[] = await manager.query(OPEN_ORDERS, [serviceId, planId, OPEN_STATES]);
  const carries: { name: string }[] = await manager.query(CARRIES, [serviceId, planId]);
  return {
    left: left.map(({ name }) => name),
    openOrders: orders.map(({ number }) => orderNumber(number)),
    carries: carries.map(({ name }) => name),
  };
}
