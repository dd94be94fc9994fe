import type { ActiveRole, Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** A viewer as one statement finds it. */
export interface ViewerRow {
  id: string;
  name: string;
  roles: ActiveRole[];
  /** Slugs of the unit that they belong to and of those above it. */
  units: string[];
  location: string | null;
  /** Services that their teams deliver today. */
  delivers: string[];
  lastSeenAt: Date | null;
  /** Of an access token. */
  scopes: string[] | null;
  /** See `CredentialEntity.isGiven`. */
  isGiven: boolean;
}

const OF_SESSION = `
  SELECT p.id, p.name, p.unit_id, p.location, s.last_seen_at, NULL::text[] AS scopes
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token_hash = $2 AND s.ended_at IS NULL AND s.expires_at > $1 AND s.last_seen_at > $3 AND p.ended_at IS NULL`;

const OF_TOKEN = `
  SELECT p.id, p.name, p.unit_id, p.location, t.last_used_at AS last_seen_at, t.scopes
  FROM access_token t JOIN person p ON p.id = t.person_id
  WHERE t.token_hash = $2 AND t.revoked_at IS NULL AND t.expires_at > $1 AND p.ended_at IS NULL`;

const OF_PERSON = `
  SELECT p.id, p.name, p.unit_id, p.location, NULL::timestamptz AS last_seen_at, NULL::text[] AS scopes
  FROM person p WHERE p.id = $2 AND p.ended_at IS NULL`;

/**
 * The person with the roles in force, each unit expanded to its subtree.
 * A provider's contact stays one, without any reach, before the role is approved and after it has ended:
 * otherwise they would pass for a colleague without a role.
 */
const withRoles = (who: string) => `
  WITH RECURSIVE who AS (${who}),
  today AS (SELECT ($1::timestamptz AT TIME ZONE time_zone)::date AS day FROM enterprise),
  held AS (
    SELECT a.id, a.role, a.scope_kind, a.unit_id, coalesce(a.service_id, a.provider_id, a.team_id) AS scope_id,
      a.state = 'approved' AND a.ended_at IS NULL AND a.from_date <= day AND coalesce(a.to_date >= day, true) AS in_force
    FROM role_assignment a JOIN who ON who.id = a.person_id CROSS JOIN today
    WHERE a.state IN ('approved', 'proposed')
  ),
  subtree AS (
    SELECT id AS held_id, unit_id FROM held WHERE in_force AND unit_id IS NOT NULL
    UNION
    SELECT above.held_id, u.id FROM subtree above JOIN business_unit u ON u.parent_id = above.unit_id
  ),
  above AS (
    SELECT u.id, u.parent_id, u.slug FROM who JOIN business_unit u ON u.id = who.unit_id
    UNION
    SELECT u.id, u.parent_id, u.slug FROM above JOIN business_unit u ON u.id = above.parent_id
  ),
  reach AS (
    SELECT role, scope_kind AS kind, CASE
      WHEN in_force AND scope_kind = 'unit'
        THEN (SELECT json_agg(unit_id ORDER BY unit_id) FROM subtree WHERE held_id = held.id)
      WHEN in_force AND scope_id IS NOT NULL THEN json_build_array(scope_id)
      ELSE '[]' END AS ids
    FROM held
    WHERE in_force OR (role = 'providerContact')
  )
  SELECT id, name, last_seen_at AS "lastSeenAt", scopes,
    EXISTS (SELECT FROM credential c WHERE c.person_id = who.id AND c.is_given) AS "isGiven", location, ARRAY(SELECT slug FROM above) AS units,
    ARRAY(
      SELECT m.service_id FROM team_membership t JOIN service_management m ON m.team_id = t.team_id CROSS JOIN today
       WHERE t.person_id = who.id AND day BETWEEN t.from_date AND coalesce(t.to_date, 'infinity')
         AND day BETWEEN m.from_date AND coalesce(m.to_date, 'infinity'))::text[] AS delivers,
    coalesce((SELECT json_agg(json_build_object('role', role, 'kind', kind, 'ids', ids)) FROM reach), '[]') AS roles
  FROM who`;

const VIEWER_OF_SESSION = withRoles(OF_SESSION);
const VIEWER_OF_TOKEN = withRoles(OF_TOKEN);
const VIEWER_OF_PERSON = withRoles(OF_PERSON);

/** @param idleSince A session not seen since then is over. */
export async function viewerOfSession(
  manager: EntityManager,
  tokenHash: Buffer,
  at: Date,
  idleSince: Date,
): Promise<ViewerRow | null> {
  const rows: ViewerRow[] = await manager.query(VIEWER_OF_SESSION, [at, tokenHash, idleSince]);
  return rows[0] ?? null;
}

export async function viewerOfToken(manager: EntityManager, tokenHash: Buffer, at: Date): Promise<ViewerRow | null> {
  const rows: ViewerRow[] = await manager.query(VIEWER_OF_TOKEN, [at, tokenHash]);
  return rows[0] ?? null;
}

export async function viewerOfPerson(manager: EntityManager, personId: string, at: Date): Promise<Viewer | null> {
  const rows: ViewerRow[] = await manager.query(VIEWER_OF_PERSON, [at, personId]);
  return rows[0] ? toViewer(rows[0]) : null;
}

export function toViewer({ id, name, roles, units, location, delivers }: ViewerRow): Viewer {
  return { personId: id, name, roles, units, location, delivers };
}
