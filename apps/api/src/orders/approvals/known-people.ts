import type { ApprovalPlace, ApproverSource, KnownPeople, Role, RoleHolder, Substitution } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** What a stage asks, and where. */
export interface StagePlace {
  sources: readonly ApproverSource[];
  unitId: string;
  serviceId: string | null;
}

/** Everything by which the people of stages are found, read at once. */
export interface PeopleOfPlaces {
  people: KnownPeople;
  placeOf(stage: StagePlace): ApprovalPlace;
}

const PATHS = `
  WITH RECURSIVE path AS (
    SELECT id AS origin, id, parent_id, 0 AS depth FROM business_unit WHERE id = ANY ($1::uuid[])
    UNION ALL
    SELECT path.origin, u.id, u.parent_id, path.depth + 1 FROM path JOIN business_unit u ON u.id = path.parent_id
  ) SELECT origin, array_agg(id ORDER BY depth)::text[] AS path FROM path GROUP BY origin`;

const SERVICES = `
  SELECT s.id, p.id AS "ownerId", s.provider_id AS "providerId"
    FROM service s LEFT JOIN person p ON p.id = s.owner_id AND p.ended_at IS NULL WHERE s.id = ANY ($1::uuid[])`;

const HOLDERS = `
  SELECT a.person_id AS "personId", a.role, a.scope_kind AS kind,
      coalesce(a.unit_id, a.service_id, a.provider_id)::text AS "scopeId"
    FROM role_assignment a JOIN person p ON p.id = a.person_id AND p.ended_at IS NULL
   WHERE a.role = ANY ($2) AND a.state = 'approved' AND a.ended_at IS NULL
     AND $1::date BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')
     AND (a.scope_kind = 'organisation' OR a.unit_id = ANY ($3::uuid[]) OR a.service_id = ANY ($4::uuid[])
       OR a.provider_id = ANY ($5::uuid[]))`;

const MEMBERS = `
  SELECT t.slug, array_agg(DISTINCT m.person_id)::text[] AS "personIds"
    FROM team t JOIN team_membership m ON m.team_id = t.id JOIN person p ON p.id = m.person_id AND p.ended_at IS NULL
   WHERE t.slug = ANY ($2) AND t.ended_at IS NULL AND $1::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
   GROUP BY t.slug`;

/** @param day On which they are asked, or decide. */
export async function peopleOf(
  manager: EntityManager,
  stages: readonly StagePlace[],
  day: string,
): Promise<PeopleOfPlaces> {
  const distinct = <T>(values: readonly (T | null)[]) => [...new Set(values)].filter((value) => value !== null);
  const sources = stages.flatMap((stage) => stage.sources);
  const paths: { origin: string; path: string[] }[] = await manager.query(PATHS, [
    distinct(stages.map(({ unitId }) => unitId)),
  ]);
  const serviceIds = distinct(stages.map(({ serviceId }) => serviceId));
  const services: { id: string; ownerId: string | null; providerId: string | null }[] =
    serviceIds.length > 0 ? await manager.query(SERVICES, [serviceIds]) : [];
  const holders: RoleHolder[] = await manager.query(HOLDERS, [
    day,
    distinct(sources.map(roleOf)),
    distinct(paths.flatMap(({ path }) => path)),
    serviceIds,
    distinct(services.map(({ providerId }) => providerId)),
  ]);
  const teams = distinct(sources.map((source) => (source.kind === 'team' ? source.team : null)));
  const members: { slug: string; personIds: string[] }[] =
    teams.length > 0 ? await manager.query(MEMBERS, [day, teams]) : [];
  return {
    people: { holders, members: new Map(members.map(({ slug, personIds }) => [slug, personIds])) },
    placeOf({ unitId, serviceId }) {
      const service = services.find(({ id }) => id === serviceId);
      return {
        unitPath: paths.find(({ origin }) => origin === unitId)?.path ?? [],
        serviceId,
        serviceOwnerId: service?.ownerId ?? null,
        providerId: service?.providerId ?? null,
      };
    },
  };
}

function roleOf(source: ApproverSource): Role | null {
  switch (source.kind) {
    case 'budgetOwner':
      return 'budgetOwner';
    case 'provider':
      return 'providerContact';
    case 'role':
      return source.role;
    default:
      return null;
  }
}

const AWAY = `
  SELECT b.person_id AS "personId", b.substitute_id AS "substituteId",
      array_remove(ARRAY[b.by_id, b.decided_by_id], NULL)::text[] AS "namedByIds"
    FROM approval_substitute b JOIN person p ON p.id = b.substitute_id AND p.ended_at IS NULL
   WHERE b.state = 'approved' AND b.ended_at IS NULL AND $1::date BETWEEN b.from_date AND b.to_date AND b.person_id = ANY ($2::uuid[])
   ORDER BY b.person_id, b.substitute_id`;

/** Who stands in for these people on a day. */
export async function standInsOf(
  manager: EntityManager,
  personIds: readonly string[],
  day: string,
): Promise<Substitution[]> {
  return personIds.length > 0 ? manager.query(AWAY, [day, personIds]) : [];
}
