import { assertNoCycle, DomainError, type ServiceSupport, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { ServiceSupportEntity } from './service-support.entity.js';
import type { ServiceEntity } from './service.entity.js';
import { visibleServices } from './visible-services.js';

/** Everything below the given services, themselves included. */
const BELOW = `
  WITH RECURSIVE below(id) AS (
    SELECT unnest($1::uuid[])
    UNION
    SELECT supporting_service_id FROM service_support JOIN below ON service_id = below.id
  )
  SELECT service_id AS "serviceId", supporting_service_id AS "supportingServiceId"
    FROM service_support WHERE service_id IN (SELECT id FROM below)`;

/**
 * One change of the graph at a time: two that are harmless alone can be a cycle together.
 * To be taken before any service is locked, or two changes could wait for each other.
 */
export async function lockSupportGraph(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('service_support'))`);
}

/** Ids of the services that a service rests on directly. */
export async function supportingIdsOf(tx: EntityManager, serviceId: string): Promise<string[]> {
  const rows = await tx.find(ServiceSupportEntity, { where: { serviceId }, order: { supportingServiceId: 'ASC' } });
  return rows.map(({ supportingServiceId }) => supportingServiceId);
}

/**
 * Lets a service rest on exactly these, under the lock of the graph.
 * Services that the viewer does not see stay supporting: one cannot remove what one is not shown.
 *
 * @throws {DomainError} `UNKNOWN_SERVICE` or `CYCLE`.
 */
export async function replaceSupporting(
  tx: EntityManager,
  viewer: Viewer,
  service: ServiceEntity,
  wanted: string[],
): Promise<boolean> {
  const before = await supportingIdsOf(tx, service.id);
  const visible = await visibleAmong(tx, viewer, [...before, ...wanted]);
  if (wanted.some((id) => !visible.has(id))) {
    throw new DomainError('UNKNOWN_SERVICE', 'One of the supporting services does not exist.', [
      'supportingServiceIds',
    ]);
  }
  return writeSupporting(tx, service.id, [...new Set([...wanted, ...before.filter((id) => !visible.has(id))])]);
}

/**
 * Lets a service rest on exactly these, under the lock of the graph.
 *
 * @returns Whether it rested on others before.
 * @throws {DomainError} `CYCLE`
 */
export async function writeSupporting(
  tx: EntityManager,
  serviceId: string,
  after: readonly string[],
): Promise<boolean> {
  const before = await supportingIdsOf(tx, serviceId);
  await assertKeepsOrder(tx, serviceId, after);
  await tx.delete(ServiceSupportEntity, { serviceId });
  await tx.insert(
    ServiceSupportEntity,
    after.map((supportingServiceId) => ({ serviceId, supportingServiceId })),
  );
  return before.length !== after.length || before.some((id) => !after.includes(id));
}

/** @throws {DomainError} `CYCLE` */
export async function assertKeepsOrder(
  tx: EntityManager,
  serviceId: string,
  supportingIds: readonly string[],
): Promise<void> {
  const known: ServiceSupport[] = await tx.query(BELOW, [supportingIds]);
  const ids = [serviceId, ...supportingIds, ...known.map(({ supportingServiceId }) => supportingServiceId)];
  const rows: { id: string; name: string }[] = await tx.query(
    'SELECT id, name FROM service WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  assertNoCycle(serviceId, supportingIds, known, (id) => names.get(id) ?? id);
}

async function visibleAmong(tx: EntityManager, viewer: Viewer, ids: string[]): Promise<Set<string>> {
  const parameters = new Parameters();
  const rows: { id: string }[] = await tx.query(
    `SELECT s.id FROM service s WHERE s.id = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleServices(viewer, parameters)}`,
    parameters.values,
  );
  return new Set(rows.map(({ id }) => id));
}
