import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

/** As the table keeps it, with what people call it. */
export interface ShownEvidence {
  exclusionId: string;
  kind: 'ticket' | 'outage' | 'maintenance' | 'file' | 'link' | 'note';
  id: string | null;
  label: string;
}

export const evidenceOfExclusion = defineLoader<string, ShownEvidence[]>(async (ids, { manager }) => {
  const rows: ShownEvidence[] = await manager.query(EVIDENCE, [ids]);
  return groupedBy(ids, rows, ({ exclusionId }) => exclusionId);
});

const EVIDENCE = `
  SELECT e.exclusion_id AS "exclusionId",
    CASE WHEN e.ticket_id IS NOT NULL THEN 'ticket' WHEN e.outage_id IS NOT NULL THEN 'outage'
      WHEN e.maintenance_id IS NOT NULL THEN 'maintenance' WHEN e.upload_id IS NOT NULL THEN 'file'
      WHEN e.url IS NOT NULL THEN 'link' ELSE 'note' END AS kind,
    coalesce(e.ticket_id, e.outage_id, e.maintenance_id, e.upload_id) AS id,
    coalesce(t.number, o.cause, m.description, u.file_name, e.url, e.note, 'A ticket that is not kept any more') AS label
  FROM exclusion_evidence e
  LEFT JOIN ticket t ON t.id = e.ticket_id
  LEFT JOIN outage o ON o.id = e.outage_id
  LEFT JOIN maintenance m ON m.id = e.maintenance_id
  LEFT JOIN upload u ON u.id = e.upload_id
  WHERE e.exclusion_id = ANY($1::uuid[])
  ORDER BY e.exclusion_id, e.position`;
