import { DomainError, parseServiceWords, type ServiceWords, type Viewer } from '@accord/domain';
import { Not, type EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { writeRelated } from '../related/replace-related.js';
import { writeSupporting } from '../services/support-graph.js';
import { visibleServices } from '../services/visible-services.js';
import { ServiceVersionEntity } from './service-version.entity.js';

const WORDS = `
  SELECT s.id, s.name, s.outcome, s.description, s.synonyms,
         ARRAY(SELECT o.slug FROM service_support l JOIN service o ON o.id = l.supporting_service_id
                WHERE l.service_id = s.id ORDER BY o.slug) AS "supportingServices",
         ARRAY(SELECT o.slug FROM related_service l JOIN service o ON o.id = l.related_id
                WHERE l.service_id = s.id ORDER BY o.slug) AS "relatedServices"
    FROM service s WHERE s.id = ANY ($1::uuid[])`;

/** What customers read of services now, by their ids. */
export async function wordsOfServices(
  manager: EntityManager,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, ServiceWords>> {
  const rows: (ServiceWords & { id: string })[] = await manager.query(WORDS, [serviceIds]);
  return new Map(rows.map(({ id, ...words }) => [id, parseServiceWords(words, [])]));
}

/** What customers read of a service now. */
export async function wordsOfService(manager: EntityManager, serviceId: string): Promise<ServiceWords> {
  return (await wordsOfServices(manager, [serviceId])).get(serviceId)!;
}

/** Whether a version of a service is published, or in the making. */
export async function hasVersions(tx: EntityManager, serviceId: string): Promise<boolean> {
  return tx.existsBy(ServiceVersionEntity, { serviceId, state: Not('withdrawn') });
}

/** Ids of the services that words name. */
export interface NamedServices {
  readonly supportingIds: string[];
  readonly relatedIds: string[];
}

/**
 * The services that a version names. What one named already, it may go on naming, whoever looks.
 *
 * @param serviceId null = one that is not here yet.
 * @param viewer Who puts it before a second person, and sees what is newly named; null = it has been looked at.
 * @throws {DomainError} `UNKNOWN_SERVICE`, with the path.
 */
export async function servicesNamed(
  tx: EntityManager,
  serviceId: string | null,
  { supportingServices, relatedServices }: ServiceWords,
  viewer: Viewer | null,
  path: readonly string[],
): Promise<NamedServices> {
  const now = serviceId ? await wordsOfService(tx, serviceId) : { supportingServices: [], relatedServices: [] };
  const parameters = new Parameters();
  const slugs = parameters.add([...supportingServices, ...relatedServices]);
  const seen = viewer
    ? `(s.slug = ANY (${parameters.add([...now.supportingServices, ...now.relatedServices])}::text[])
        OR ${visibleServices(viewer, parameters)})`
    : 'true';
  const rows: { id: string; slug: string }[] = await tx.query(
    `SELECT s.id, s.slug FROM service s WHERE s.slug = ANY (${slugs}::text[]) AND ${seen}`,
    parameters.values,
  );
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const idsOf = (named: readonly string[], part: keyof ServiceWords) =>
    named.map((slug, place) => {
      const id = ids.get(slug);
      if (id !== undefined && !(part === 'relatedServices' && id === serviceId)) return id;
      const sentence =
        id === undefined ? `There is no service "${slug}".` : 'A service does not point its customers to itself.';
      throw new DomainError('UNKNOWN_SERVICE', sentence, [...path, part, String(place)]);
    });
  return {
    supportingIds: idsOf(supportingServices, 'supportingServices'),
    relatedIds: idsOf(relatedServices, 'relatedServices'),
  };
}

/**
 * Lets the service say what a version says; under the lock of the support graph.
 *
 * @returns Whether it rests on other services now.
 * @throws {DomainError} `CYCLE`
 */
export async function writeWords(
  tx: EntityManager,
  service: { id: string },
  { name, outcome, description, synonyms }: ServiceWords,
  { supportingIds, relatedIds }: NamedServices,
): Promise<boolean> {
  // Not an edit of the service: whoever is changing who stands for it meanwhile is not stale.
  await tx.query('UPDATE service SET name = $2, outcome = $3, description = $4, synonyms = $5 WHERE id = $1', [
    service.id,
    name,
    outcome,
    description,
    synonyms,
  ]);
  const restsOnOthers = await writeSupporting(tx, service.id, supportingIds);
  await writeRelated(tx, service.id, relatedIds);
  return restsOnOthers;
}
