import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import type { EvidenceLink } from './explanation.type.js';

/** What people call a piece of evidence; keys are references such as `outage:<id>`. null when it is not known any more. */
export const evidenceLink = defineLoader<string, EvidenceLink | null>(async (references, { manager }) => {
  const split = references.map((reference) => reference.split(':') as [string, string]);
  const rows: EvidenceLink[] = await manager.query(LABELS, [split.map(([kind]) => kind), split.map(([, id]) => id)]);
  return inOrderOf(references, rows, ({ kind, id }) => `${kind}:${id}`);
});

/** Labels by kind, from the table that keeps it. Of a measurement, its id tells the series. */
const SOURCES: Record<string, string> = {
  outage: `SELECT id, cause FROM outage`,
  ticket: `SELECT id, number FROM ticket`,
  maintenance: `SELECT id, description FROM maintenance`,
  exclusion: `SELECT id, reason FROM exclusion`,
  calendar: `SELECT v.id, k.name FROM service_calendar_version v JOIN service_calendar k ON k.id = v.calendar_id`,
  commitmentTerms: `SELECT id, name FROM commitment_terms`,
};

const LABELS = `
  WITH asked AS (SELECT * FROM unnest($1::text[], $2::uuid[]) AS a(kind, id))
  ${Object.entries(SOURCES)
    .map(
      ([kind, source]) =>
        `SELECT a.kind, a.id, e.label FROM asked a JOIN (${source}) e(id, label) ON e.id = a.id WHERE a.kind = '${kind}'`,
    )
    .join(' UNION ALL ')}
  UNION ALL
  SELECT a.kind, a.id, CASE a.kind WHEN 'probe' THEN s.name ELSE n.name END
  FROM asked a JOIN series n ON n.id = series_of_measurement(a.id) JOIN service s ON s.id = n.service_id
  WHERE a.kind IN ('count', 'answers', 'probe')`;
