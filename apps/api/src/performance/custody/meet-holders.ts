import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';

/**
 * Keeps names that a source calls holders by, where they are new. One that is the name of exactly one team or provider
 * of today means it, until somebody says otherwise.
 */
export async function meetHolders(
  tx: EntityManager,
  sourceId: string,
  names: ReadonlySet<string>,
  at: Date,
): Promise<void> {
  if (names.size === 0) return;
  await tx.query(MEET, [sourceId, [...names], [...names].map(() => uuidv7(at)), at]);
}

const MEET = `
  WITH met AS (
    SELECT m.name, m.id FROM unnest($2::text[], $3::uuid[]) AS m(name, id)
    WHERE NOT EXISTS (SELECT FROM holder h WHERE h.source_id = $1 AND h.name = m.name)
  ), called AS (
    SELECT lower(name) AS name, id AS team_id, NULL::uuid AS provider_id FROM team WHERE ended_at IS NULL
    UNION ALL
    SELECT lower(name), NULL, id FROM provider WHERE ended_at IS NULL AND kind = 'external'
  ), meaning AS (
    SELECT m.id, min(c.team_id::text)::uuid AS team_id, min(c.provider_id::text)::uuid AS provider_id
    FROM met m JOIN called c ON c.name = lower(m.name) GROUP BY m.id HAVING count(*) = 1
  )
  INSERT INTO holder (id, source_id, name, met_at, team_id, provider_id)
  SELECT m.id, $1::uuid, m.name, $4::timestamptz, w.team_id, w.provider_id FROM met m LEFT JOIN meaning w ON w.id = m.id
  ON CONFLICT DO NOTHING`;
