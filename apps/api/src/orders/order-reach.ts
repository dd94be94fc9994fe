import { orderReach, type Colleague } from '@accord/domain';
import type { Parameters } from '../platform/database/parameters.js';
import { STANDS_IN } from './approvals/stands-in.js';
import type { Assigned, OrderScope } from './order.type.js';

/** Which orders `o` a list in this scope holds: never more than `canSeeOrder` allows. */
export function ordersIn(scope: OrderScope, colleague: Colleague, parameters: Parameters, at: Date): string {
  const { personId, outsider, units, teams } = orderReach(colleague);
  if (outsider) return 'false';
  const is = (column: string) => `${column} = ${parameters.add(personId)}`;
  const within = (column: string, reach: 'all' | readonly string[]) =>
    reach === 'all' ? `${column} IS NOT NULL` : `${column} = ANY (${parameters.add(reach)}::uuid[])`;
  const requested = () => is('o.requester_id');
  const received = () => `${is('o.beneficiary_id')} AND o.state <> 'draft'`;
  const decided = () => {
    const me = parameters.add(personId);
    return `o.id IN (
      SELECT s.order_id FROM approval_seat t JOIN approval_stage s ON s.id = t.stage_id
       WHERE t.person_id = ${me} AND t.left_at IS NULL AND t.lost_at IS NULL AND s.state <> 'waiting'
      UNION SELECT s.order_id FROM approval_seat t JOIN approval_stage s ON s.id = t.stage_id
       WHERE t.delegate_id = ${me} AND t.left_at IS NULL AND t.lost_at IS NULL
      UNION SELECT s.order_id FROM approval_decision d JOIN approval_stage s ON s.id = d.stage_id WHERE d.by_id = ${me}
      UNION SELECT s.order_id FROM approval_substitute b
        JOIN approval_seat t ON t.person_id = b.person_id AND t.left_at IS NULL AND t.lost_at IS NULL
        JOIN approval_stage s ON s.id = t.stage_id
       WHERE b.substitute_id = ${me} AND ${STANDS_IN})`;
  };
  const worked = () => `o.id IN (SELECT t.order_id FROM fulfilment_task t WHERE ${within('t.team_id', teams)})`;
  switch (scope) {
    case 'mine':
      return `(${requested()} OR ${received()})`;
    case 'toDecide':
      return toDecide(parameters.add(personId), parameters.add(at));
    case 'approvals':
      return decided();
    case 'work':
      return worked();
    case 'all': {
      if (units === 'all') return `(${requested()} OR o.state <> 'draft')`;
      const read = [is('o.beneficiary_id'), decided(), worked(), within('o.unit_id', units)];
      return `(${requested()} OR o.state <> 'draft' AND (${read.join(' OR ')}))`;
    }
  }
}

/** Orders `o` in whose open stage the person `me` has a say that they have not said yet, for themselves or for another. */
const toDecide = (me: string, at: string) => `
  o.state = 'awaitingApproval' AND ${me} NOT IN (o.requester_id, o.beneficiary_id) AND EXISTS (
    SELECT FROM approval_stage s JOIN approval_seat t ON t.stage_id = s.id AND t.left_at IS NULL AND t.lost_at IS NULL
     WHERE s.order_id = o.id AND s.state = 'open'
       AND (${me} IN (t.person_id, t.delegate_id) OR t.person_id IN (
         SELECT b.person_id FROM approval_substitute b, enterprise e
          WHERE b.substitute_id = ${me} AND b.state = 'approved' AND b.ended_at IS NULL
            AND (${at}::timestamptz AT TIME ZONE e.time_zone)::date BETWEEN b.from_date AND b.to_date))
       AND NOT EXISTS (
         SELECT FROM (
           SELECT DISTINCT ON (d.person_id) d.by_id, d.person_id, d.verdict FROM approval_decision d
            WHERE d.stage_id = s.id ORDER BY d.person_id, d.id DESC
         ) said WHERE said.verdict <> 'undone' AND (said.by_id = ${me} OR said.person_id = t.person_id)))`;

const ASSIGNEE_LEFT = 'EXISTS (SELECT FROM person p WHERE p.id = t.assignee_id AND p.ended_at IS NOT NULL)';

/** Orders with a task of which the viewer has taken, nobody who is still here, or somebody else. */
export function takenBy(assigned: Assigned, { viewer: { personId } }: Colleague, parameters: Parameters): string {
  const taken = {
    me: () => `t.assignee_id = ${parameters.add(personId)}`,
    nobody: () =>
      `(t.assignee_id IS NULL AND t.state <> 'done' AND t.webhook IS NULL OR t.state = 'started' AND ${ASSIGNEE_LEFT})`,
    others: () => `t.assignee_id <> ${parameters.add(personId)} AND NOT (t.state = 'started' AND ${ASSIGNEE_LEFT})`,
  }[assigned]();
  return `EXISTS (SELECT FROM fulfilment_task t WHERE t.order_id = o.id AND ${taken})`;
}
