import type { ClaimReach } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';

/** On claims `m` of agreements `a`: who owes it was asked for it, or it needed no asking. */
const WAS_ASKED = `(a.kind = 'sla' OR m.state IN ('claimed', 'disputed', 'accepted', 'credited', 'rejected')
  OR EXISTS (SELECT FROM claim_event v WHERE v.claim_id = m.id AND v.move = 'claim'))`;

/** What the policies decide for one claim, as a condition on the rows of `claim m` and `agreement a`. */
export function reachedClaim({ behind, customers, isOnlyAsked }: ClaimReach, parameters: Parameters): string {
  const inScope = `m.agreement_id IN (SELECT c.agreement_id FROM ${COMMITMENTS} WHERE ${reached(behind, parameters)})`;
  const inReach = isOnlyAsked ? `(${inScope} AND ${WAS_ASKED})` : inScope;
  if (customers === 'all') return `(a.kind = 'sla' OR ${inReach})`;
  if (customers.length === 0) return inReach;
  return `(${inReach} OR (a.kind = 'sla' AND a.customer_id = ANY (${parameters.add(customers)}::uuid[])))`;
}

/**
 * As {@link reachedClaim}, and what is credited on the bills of the viewer's units: under an SLA that is made to all units
 * they have a part of a claim that is no unit's own.
 */
export function readableClaim(reach: ClaimReach, parameters: Parameters): string {
  const own = reachedClaim(reach, parameters);
  if (reach.customers === 'all' || reach.customers.length === 0) return own;
  return `(${own} OR EXISTS (
    SELECT FROM charge_case i JOIN charge_line l ON l.run_id = i.run_id AND l.case_id = i.id
     WHERE i.claim_id = m.id AND l.unit_id = ANY (${parameters.add(reach.customers)}::uuid[])))`;
}
