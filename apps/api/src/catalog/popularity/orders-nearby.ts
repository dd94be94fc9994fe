import type { Viewer } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';

/** Of fewer people one could tell who it was. */
const FEWEST_PEOPLE = 5;
const DAYS = 90;

/**
 * New subscriptions that colleagues of the viewer ordered lately, as rows of `service_id` and `orders`.
 *
 * Colleagues are the people of the nearest unit, the viewer's own or one above it, that has five people or more with those
 * below it; somebody without such a unit learns nothing.
 */
export function ordersNearby({ personId }: Viewer, day: string, parameters: Parameters): string {
  return `
    WITH RECURSIVE above(id, parent_id, steps) AS (
      SELECT u.id, u.parent_id, 0 FROM person p JOIN business_unit u ON u.id = p.unit_id
       WHERE p.id = ${parameters.add(personId)}
      UNION ALL
      SELECT u.id, u.parent_id, above.steps + 1 FROM above JOIN business_unit u ON u.id = above.parent_id
    ), below(top, id) AS (
      SELECT id, id FROM above UNION ALL
      SELECT below.top, u.id FROM below JOIN business_unit u ON u.parent_id = below.id
    ), colleague AS (
      SELECT p.id, below.top FROM below JOIN person p ON p.unit_id = below.id
    ), nearest AS (
      SELECT above.id FROM above JOIN colleague ON colleague.top = above.id
       GROUP BY above.id, above.steps HAVING count(*) >= ${FEWEST_PEOPLE} ORDER BY above.steps LIMIT 1
    )
    SELECT plan.service_id, count(DISTINCT o.id)::int AS orders
      FROM nearest JOIN colleague ON colleague.top = nearest.id
      JOIN service_order o ON o.requester_id = colleague.id
       AND o.submitted_at >= ${parameters.add(day)}::date - ${DAYS}
      JOIN order_item i ON i.order_id = o.id AND i.kind = 'subscribe'
      JOIN plan ON plan.id = i.plan_id
     GROUP BY plan.service_id`;
}
