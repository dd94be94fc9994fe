import { orderReach, type Colleague } from '@accord/domain';
import type { Parameters } from '../platform/database/parameters.js';
import type { Assigned, OrderScope } from './order.type.js';

/** Which orders `o`, with their task `t`, a list in this scope holds: never more than `canSeeOrder` allows. */
export function ordersIn(scope: OrderScope, colleague: Colleague, parameters: Parameters): string {
  const { personId, outsider, units, teams } = orderReach(colleague);
  if (outsider) return 'false';
  const is = (column: string) => `${column} = ${parameters.add(personId)}`;
  const within = (column: string, reach: 'all' | readonly string[]) =>
    reach === 'all' ? `${column} IS NOT NULL` : `${column} = ANY (${parameters.add(reach)}::uuid[])`;
  const requested = () => is('o.requester_id');
  const received = () => `${is('o.beneficiary_id')} AND o.state <> 'draft'`;
  const decided = () => `o.id IN (SELECT order_id FROM order_approver WHERE ${is('person_id')})`;
  const worked = () => within('t.team_id', teams);
  switch (scope) {
    case 'mine':
      return `(${requested()} OR ${received()})`;
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

/** Orders whose task `t` the viewer has taken, nobody yet, or somebody else. */
export function takenBy(assigned: Assigned, { viewer: { personId } }: Colleague, parameters: Parameters): string {
  switch (assigned) {
    case 'me':
      return `t.assignee_id = ${parameters.add(personId)}`;
    case 'nobody':
      return 't.order_id IS NOT NULL AND t.assignee_id IS NULL';
    case 'others':
      return `t.assignee_id <> ${parameters.add(personId)}`;
  }
}
