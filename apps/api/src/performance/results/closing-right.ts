import { reachOfClosing, speaksForProvider, type Viewer } from '@accord/domain';
import { payingIn } from '../../agreements/rewarded-commitments.js';
import type { Parameters } from '../../platform/database/parameters.js';
import { reached } from '../judged-commitments.js';

const FIRST_DAY = '(r.from_at AT TIME ZONE r.time_zone)::date';
const LAST_DAY = `((r.to_at - interval '1 ms') AT TIME ZONE r.time_zone)::date`;

/** Whether the viewer closes periods of `commitment c`, in SQL: as `mayClose`. */
export const closesCommitment = (viewer: Viewer, parameters: Parameters): string =>
  reached(reachOfClosing(viewer), parameters);

/**
 * Who closes and restates a result, in SQL on `period_result r`: nobody who is measured by it, as `isMeasuredBy` says.
 *
 * @param closes That the viewer closes periods of its commitment.
 */
export function closesResult(viewer: Viewer, closes: string, parameters: Parameters): string {
  if (speaksForProvider(viewer)) return `(${closes} AND false)`;
  const me = `${parameters.add(viewer.personId)}::uuid`;
  return `(${closes} AND NOT EXISTS (
    SELECT FROM commitment measured JOIN service ms ON ms.id = measured.service_id
    WHERE measured.id = r.commitment_id AND (ms.owner_id = ${me}
      OR EXISTS (SELECT FROM service_former_owner fo
        WHERE fo.service_id = ms.id AND fo.person_id = ${me} AND fo.until >= ${FIRST_DAY})
      OR measured.id IN (${payingIn(me, FIRST_DAY, LAST_DAY)}))))`;
}
