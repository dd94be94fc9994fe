import type { FindingSubject } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';

/** What a finding is about. */
export interface SubjectOfFinding {
  id: string;
  name: string;
  /** Its page in the client; null where it has none. */
  path: string | null;
}

const SUBJECTS: Readonly<Record<FindingSubject, string>> = {
  source: `SELECT id::text, name, '/sources/' || slug AS path FROM source WHERE id::text = ANY ($1::text[])`,
  series: `SELECT n.id::text, n.name || ' of ' || s.name AS name, '/sources/' || o.slug AS path
    FROM series n JOIN service s ON s.id = n.service_id JOIN source o ON o.id = n.source_id WHERE n.id = ANY ($1::int[])`,
  commitment: `SELECT c.id::text, s.name || ': ' || c.name AS name, '/commitments/' || s.slug || '/' || c.slug AS path
    FROM commitment c JOIN service s ON s.id = c.service_id WHERE c.id = ANY ($1::uuid[])`,
  service: `SELECT id::text, name, '/catalog/' || slug AS path FROM service WHERE id = ANY ($1::uuid[])`,
};

/** In the order asked for; null for what there is not. */
export async function findingSubjects(
  manager: EntityManager,
  type: FindingSubject,
  ids: readonly string[],
): Promise<(SubjectOfFinding | null)[]> {
  const rows: SubjectOfFinding[] = await manager.query(SUBJECTS[type], [ids]);
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => row ?? null);
}
