import {
  type CalendarHours,
  calendarDefinition,
  ChainNeeds,
  type ChainPromise,
  type ServiceSupport,
} from '@accord/domain';
import { createCalendar } from '@accord/sla';
import type { EntityManager } from 'typeorm';

interface PromiseRow extends Omit<ChainPromise, 'calendar'> {
  timeZone: string;
  hours: CalendarHours;
}

/**
 * What commitments rest on today: everything promised on their services, on those beneath them, and on those whose
 * commitments are named. One statement, however long the chains.
 */
export async function readChainWorld(
  manager: EntityManager,
  commitmentIds: readonly string[],
  at: Date,
): Promise<ChainNeeds> {
  const [{ promises, supports }]: [{ promises: PromiseRow[]; supports: ServiceSupport[] }] = await manager.query(
    WORLD,
    [commitmentIds, at],
  );
  return new ChainNeeds({
    promises: promises.map(({ timeZone, hours, ...promise }) => ({
      ...promise,
      calendar: createCalendar(calendarDefinition(timeZone, hours)),
    })),
    supports,
  });
}

/** Commitments in force that rest, over any number of steps, on something promised on the services; those themselves too. */
export async function commitmentsAbove(
  manager: EntityManager,
  serviceIds: readonly string[],
  at: Date,
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(ABOVE, [serviceIds, at]);
  return rows.map(({ id }) => id);
}

/** @param at The instant, as a placeholder. */
const inForce = (at: string) => `
  commitment c
  JOIN agreement a ON a.id = c.agreement_id
  CROSS JOIN LATERAL (SELECT (${at}::timestamptz AT TIME ZONE a.time_zone)::date AS day) today
  JOIN commitment_terms t ON t.commitment_id = c.id
  JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
    AND today.day BETWEEN v.effective_from AND coalesce(v.effective_to, 'infinity')`;

/** On `commitment_terms t` of `commitment c`: the services of the commitments that are named. */
const NAMED = `
  SELECT p.service_id AS part, c.service_id AS whole FROM commitment_underpinning u
  JOIN commitment_terms t ON t.id = u.terms_id JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
  JOIN commitment c ON c.id = t.commitment_id JOIN commitment p ON p.id = u.commitment_id`;

const WORLD = `
  WITH RECURSIVE below(id) AS (
    SELECT service_id FROM commitment WHERE id = ANY($1)
    UNION
    SELECT next.id FROM below CROSS JOIN LATERAL (
      SELECT supporting_service_id AS id FROM service_support WHERE service_id = below.id
      UNION ALL SELECT named.part FROM (${NAMED}) named WHERE named.whole = below.id
    ) next
  ), promised AS (
    SELECT c.id, c.service_id AS "serviceId", a.kind AS "agreementKind",
      json_build_object('indicator', t.indicator, 'target', t.target::text, 'comparator', t.comparator,
        'windowKind', t.window_kind) AS promise,
      k.time_zone AS "timeZone", hours.hours, last.day AS "endsOn",
      coalesce((SELECT json_agg(g.parts ORDER BY g."group") FROM (
        SELECT u."group", json_build_object('commitmentIds', json_agg(u.commitment_id ORDER BY u.commitment_id),
          'needed', min(u.needed)) AS parts
        FROM commitment_underpinning u WHERE u.terms_id = t.id GROUP BY u."group") g), '[]') AS "underpinnedBy"
    FROM below JOIN ${inForce('$2')} ON c.service_id = below.id
    JOIN service_calendar k ON k.id = t.calendar_id
    CROSS JOIN LATERAL (
      SELECT h.hours FROM service_calendar_version h WHERE h.calendar_id = k.id AND h.effective_from <= today.day
      ORDER BY h.effective_from DESC LIMIT 1
    ) hours
    CROSS JOIN LATERAL (
      SELECT nullif(max(coalesce(l.effective_to, 'infinity')), 'infinity') AS day FROM commitment_terms lt
      JOIN agreement_version l ON l.id = lt.version_id AND l.state = 'inForce' WHERE lt.commitment_id = c.id
    ) last
    ORDER BY c.id
  )
  SELECT coalesce((SELECT json_agg(promised) FROM promised), '[]') AS promises,
    coalesce((SELECT json_agg(json_build_object('serviceId', service_id, 'supportingServiceId', supporting_service_id)
      ORDER BY service_id, supporting_service_id)
      FROM service_support WHERE service_id IN (SELECT id FROM below)), '[]') AS supports`;

const ABOVE = `
  WITH RECURSIVE above(id) AS (
    SELECT unnest($1::uuid[])
    UNION
    SELECT next.id FROM above CROSS JOIN LATERAL (
      SELECT service_id AS id FROM service_support WHERE supporting_service_id = above.id
      UNION ALL SELECT named.whole FROM (${NAMED}) named WHERE named.part = above.id
    ) next
  )
  SELECT c.id FROM above JOIN ${inForce('$2')} ON c.service_id = above.id ORDER BY c.id`;

/** Every commitment in force, by id: what it is called, and whose service it is about. */
export async function promisesOf(
  manager: EntityManager,
  at: Date,
): Promise<Map<string, { name: string; serviceId: string }>> {
  const rows: { id: string; name: string; serviceId: string }[] = await manager.query(
    `SELECT c.id, s.name || ': ' || c.name AS name, c.service_id AS "serviceId"
     FROM ${inForce('$1')} JOIN service s ON s.id = c.service_id ORDER BY c.id`,
    [at],
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
