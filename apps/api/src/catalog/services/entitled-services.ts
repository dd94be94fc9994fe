import { belongingOf, canSeeService, CUSTOMERS_SEE, isOutsider, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Parameters } from '../../platform/database/parameters.js';
import type { ServiceEntity } from './service.entity.js';

/**
 * What `isAmong` decides of who may see a service, as a condition on the rows of `service s`; who has it, owns it or delivers it sees it.
 */
export function openToCustomer(viewer: Viewer, parameters: Parameters): string {
  const { units, roles, location } = belongingOf(viewer);
  const named = (list: string, own: readonly string[]) =>
    `(s.seen_by->'${list}' IS NULL OR s.seen_by->'${list}' ?| ${parameters.add(own)}::text[])`;
  const among = [named('units', units), named('roles', roles), named('locations', location === null ? [] : [location])];
  const me = parameters.add(viewer.personId);
  const delivers = viewer.delivers?.length ? `OR s.id = ANY (${parameters.add(viewer.delivers)}::uuid[])` : '';
  return `(s.seen_by IS NULL OR s.owner_id = ${me}::uuid ${delivers} OR ${among.join(' AND ')} OR ${isSubscribed(me)})`;
}

const isSubscribed = (me: string) => `EXISTS (SELECT FROM subscription had
  WHERE had.service_id = s.id AND had.state <> 'ended' AND ${me}::uuid IN (had.owner_id, had.beneficiary_id))`;

/** Services that a customer sees, on the rows of `service s`. */
export const publishedTo = (viewer: Viewer, parameters: Parameters): string =>
  `(s.lifecycle IN ('live', 'retiring') AND ${openToCustomer(viewer, parameters)})`;

/** Marks those that the viewer sees only since they have them. One statement, where there is any question at all. */
export async function markSubscribed(
  manager: EntityManager,
  viewer: Viewer,
  services: readonly ServiceEntity[],
): Promise<void> {
  if (isOutsider(viewer)) return;
  const hidden = services.filter(
    (service) => service.seenBy && CUSTOMERS_SEE.includes(service.lifecycle) && !canSeeService(viewer, service),
  );
  if (hidden.length === 0) return;
  const had: { id: string }[] = await manager.query(
    `SELECT s.id FROM service s WHERE s.id = ANY ($1::uuid[]) AND ${isSubscribed('$2')}`,
    [hidden.map(({ id }) => id), viewer.personId],
  );
  for (const service of hidden) service.viewerSubscribes = had.some(({ id }) => id === service.id);
}
