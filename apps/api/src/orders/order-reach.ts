import { orderReach, type Colleague } from '@accord/domain';
import type { Parameters } from '../platform/database/parameters.js';
import type { OrderScope } from './order.type.js';

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
