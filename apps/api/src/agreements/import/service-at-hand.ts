import { canProposeServices, DomainError, type PublishedTerms, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** Slugs of those services that are known already. */
export async function knownServices(manager: EntityManager, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { slug: string }[] = await manager.query('SELECT slug FROM service WHERE slug = ANY ($1)', [slugs]);
  return new Set(rows.map(({ slug }) => slug));
}

/** @throws {DomainError} When the terms are about a service that is not known, and the viewer may not propose it. */
export function assertServiceAtHand(viewer: Viewer, { service }: PublishedTerms, known: ReadonlySet<string>): void {
  if (known.has(service.slug) || canProposeServices(viewer)) return;
  throw new DomainError(
    'SERVICE_MISSING',
    `There is no service ${service.slug} yet, and you may not propose one: ask a service owner or the BT office to propose ${service.name} under this slug, then import again.`,
    ['service'],
  );
}
