import { isMeasuredBy, mayDecideExclusion } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { CommitmentPlace } from '../judged-commitments.js';
import { excludedDays } from './excludable.js';

/** Who may decide on an exclusion today, as the policy says: without whom it was measured by, and who speaks for a provider. */
export async function decidersOf(
  tx: EntityManager,
  commitment: CommitmentPlace,
  time: Readonly<Record<'fromAt' | 'toAt', Date>>,
  at: Date,
): Promise<string[]> {
  const people: { id: string }[] = await tx.query(HOLDERS, [commitment.serviceId, commitment.agreementProviderId, at]);
  const days = excludedDays(time, commitment);
  const deciders: string[] = [];
  for (const { id } of people) {
    const viewer = await viewerOfPerson(tx, id, at);
    if (viewer && mayDecideExclusion(viewer, commitment) && !isMeasuredBy(viewer, commitment, days)) deciders.push(id);
  }
  return deciders;
}

/** Of the deciding roles, those with a scope that the commitment may lie in. */
const HOLDERS = `
  WITH RECURSIVE above AS (
    SELECT u.id, u.parent_id FROM business_unit u JOIN service s ON s.unit_id = u.id WHERE s.id = $1
    UNION
    SELECT u.id, u.parent_id FROM above JOIN business_unit u ON u.id = above.parent_id
  )
  SELECT DISTINCT a.person_id AS id FROM role_assignment a
    JOIN person p ON p.id = a.person_id AND p.ended_at IS NULL
    CROSS JOIN (SELECT ($3::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise) today
   WHERE a.role IN ('serviceManager', 'vendorManager', 'btOffice') AND a.state = 'approved' AND a.ended_at IS NULL
     AND day BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')
     AND (a.scope_kind = 'organisation' OR a.service_id = $1 OR a.unit_id IN (SELECT id FROM above)
       OR a.provider_id = $2 OR a.provider_id = (SELECT provider_id FROM service WHERE id = $1))
   ORDER BY id`;
