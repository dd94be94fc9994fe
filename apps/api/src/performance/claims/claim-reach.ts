import type { ClaimReach } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';

/** What the policies decide for one claim, as a condition on the rows of `claim m` and `agreement a`. */
export function reachedClaim({ behind, customers }: ClaimReach, parameters: Parameters): string {
  const inReach = `m.agreement_id IN (SELECT c.agreement_id FROM ${COMMITMENTS} WHERE ${reached(behind, parameters)})`;
  if (customers === 'all') return `(a.kind = 'sla' OR ${inReach})`;
  if (customers.length === 0) return inReach;
  return `(${inReach} OR (a.kind = 'sla' AND a.customer_id = ANY (${parameters.add(customers)}::uuid[])))`;
}
