import { belongingOf, type DomainError, entitlementRefusal, isAmong, type Viewer } from '@accord/domain';
import { unitNameBySlug } from '../../people/business-unit.loader.js';
import { personById } from '../../people/person.loader.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { ServiceEntity } from './service.entity.js';

/** Why the service is not for the viewer, in one sentence that names whom to ask. */
export async function notEntitled(
  viewer: Viewer,
  service: ServiceEntity,
  loaders: Loaders,
): Promise<DomainError | null> {
  const { name, orderedBy, ownerId } = service;
  if (isAmong(orderedBy, belongingOf(viewer))) return null;
  const named = orderedBy?.units?.map(
    async (slug) => [slug, (await loaders.load(unitNameBySlug, slug)) ?? slug] as const,
  );
  const unitNames = new Map(await Promise.all(named ?? []));
  const owner = ownerId ? await loaders.load(personById, ownerId) : null;
  return entitlementRefusal({ name, orderedBy, unitNames, owner: owner?.name ?? null }, belongingOf(viewer));
}
