import { parseServiceDefinition, type ServiceDefinition } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** What a service is offered by now; null until a version of it is published. */
export async function liveDefinition(manager: EntityManager, serviceId: string): Promise<ServiceDefinition | null> {
  return (await liveDefinitions(manager, [serviceId])).get(serviceId) ?? null;
}

/** By service; those without a published version are left out. */
export async function liveDefinitions(
  manager: EntityManager,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, ServiceDefinition>> {
  const rows: { serviceId: string; definition: unknown }[] = await manager.query(
    `SELECT service_id AS "serviceId", definition FROM service_version
      WHERE service_id = ANY ($1::uuid[]) AND state = 'published'`,
    [serviceIds],
  );
  // Read by today's rules: a part that was not yet known then has its default.
  return new Map(rows.map(({ serviceId, definition }) => [serviceId, parseServiceDefinition(definition)]));
}
