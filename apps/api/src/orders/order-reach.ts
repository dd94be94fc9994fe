import { orderReach, type Colleague } from '@accord/domain';
import type { Parameters } from '../platform/database/parameters.js';
import type { OrderScope } from './order.type.js';

/** Which orders `o`, with their task `t`, a list in this scope holds: never more than `canSeeOrder` allows. */
export function ordersIn(scope: OrderScope, colleague: Colleague, parameters: Parameters): string {
  const { personId, outsider, units, teams } = orderReach(colleague);
  if (outsider) return 'false';
  const me = parameters.add(personId);
  const within = (column: string, reach: 'all' | readonly string[]) =>
    reach === 'all' ? `${column} IS NOT NULL` : `${column} = ANY (${parameters.add(reach)}::uuid[])`;
  const requested = `o.requester_id = ${me}`;
  const received = `o.beneficiary_id = ${me} AND o.state <> 'draft'`;
  const decided = `o.id IN (SELECT order_id FROM order_approver WHERE person_id = ${me})`;
  switch (scope) {
    case 'mine':
      return `(${requested} OR ${received})`;
    case 'approvals':
      return decided;
    case 'work':
      return within('t.team_id', teams);
    case 'all':
      return `(${requested} OR o.state <> 'draft' AND (o.beneficiary_id = ${me} OR ${decided} OR ${within('t.team_id', teams)} OR ${within('o.unit_id', units)}))`;
  }
}
