import { REVISION_CHANGES, type RevisionChangeKind } from '@accord/domain';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { JUDGED_SERIES } from '../measurements/judged-series.js';

interface RevisionChangeRow {
  resultId: string;
  kind: RevisionChangeKind;
  count: number;
  newestAt: Date;
}

/** Keys are ids of results. Of a first revision, corrections alone: what else it knew did not change anything. */
export const revisionChangesOf = defineLoader<string, RevisionChangeRow[]>(async (ids, { manager }) => {
  const rows: RevisionChangeRow[] = await manager.query(CHANGES, [ids, REVISION_CHANGES]);
  return groupedBy(ids, rows, ({ resultId }) => resultId);
});

const touching = (row: string): string => `${row}.from_at < r.to_at AND coalesce(${row}.to_at > r.from_at, true)`;

/** What each kind is, and when it came; `r` is the revision with what it is judged by. */
const KINDS: readonly (readonly [kind: RevisionChangeKind, rows: string])[] = [
  [
    'lateData',
    `SELECT b.arrived_at AS at FROM judged_series s
     JOIN measurement m ON m.series_id = s.id AND m.revision = 0 AND m.observed_at < r.to_at
       AND coalesce(m.to_at > r.from_at, m.observed_at >= r.from_at)
     JOIN batch b ON b.id = m.batch_id WHERE s.result_id = r.id`,
  ],
  [
    'lateData',
    `SELECT b.arrived_at FROM judged_series s
     JOIN answer a ON a.series_id = s.id AND a.revision = 0 AND a.observed_at >= r.from_at AND a.observed_at < r.to_at
     JOIN batch b ON b.id = a.batch_id WHERE s.result_id = r.id`,
  ],
  [
    'lateData',
    `SELECT o.recorded_at FROM outage o WHERE r.source = 'outages' AND o.service_id = r.service_id AND ${touching('o')}`,
  ],
  [
    'lateData',
    `SELECT max(i.finished_at) FROM ticket t
     JOIN ticket_event e ON e.source_id = t.source_id AND e.number = t.number JOIN import_run i ON i.id = e.import_id
     WHERE r.kind = 'ticketsInTime' AND t.service_id = r.service_id AND t.opened_at < r.to_at
       AND coalesce(t.closed_at >= r.from_at, true)
       AND i.finished_at > r.since AND i.finished_at <= r.evaluated_at GROUP BY t.id`,
  ],
  [
    'correction',
    `SELECT b.arrived_at FROM judged_series s
     JOIN measurement m ON m.series_id = s.id AND m.revision > 0 AND m.observed_at < r.to_at
       AND coalesce(m.to_at > r.from_at, m.observed_at >= r.from_at)
     JOIN batch b ON b.id = m.batch_id WHERE s.result_id = r.id`,
  ],
  [
    'correction',
    `SELECT b.arrived_at FROM judged_series s
     JOIN answer a ON a.series_id = s.id AND a.revision > 0 AND a.observed_at >= r.from_at AND a.observed_at < r.to_at
     JOIN batch b ON b.id = a.batch_id WHERE s.result_id = r.id`,
  ],
  [
    'correction',
    `SELECT k.corrected_at FROM outage_correction k
     WHERE r.source = 'outages' AND k.service_id = r.service_id AND ${touching('k')}`,
  ],
  [
    'exclusion',
    `SELECT e.decided_at FROM exclusion e
     WHERE e.commitment_id = r.commitment_id AND e.state = 'approved' AND ${touching('e')}`,
  ],
  [
    'maintenance',
    `SELECT w.at FROM maintenance m CROSS JOIN LATERAL (VALUES (m.announced_at), (m.cancelled_at)) w(at)
     WHERE m.service_id = r.service_id AND ${touching('m')}`,
  ],
  [
    'record',
    `SELECT f.answered_at FROM provider_figure f
     WHERE f.commitment_id = r.commitment_id AND f.period = r.period`,
  ],
  [
    'record',
    `SELECT u.decided_at FROM figure_audit u
     WHERE u.commitment_id = r.commitment_id AND u.period = r.period AND u.state = 'approved'`,
  ],
];

const CHANGES = `
  WITH revision AS (
    SELECT r.id, r.commitment_id, r.period, r.from_at, r.to_at, r.evaluated_at, c.service_id,
      before.id IS NULL AS is_first, coalesce(before.evaluated_at, '-infinity') AS since,
      t.indicator ->> 'kind' AS kind, t.indicator ->> 'source' AS source, t.indicator
    FROM period_result r
    JOIN commitment c ON c.id = r.commitment_id
    JOIN commitment_terms t ON t.id = r.terms_id
    LEFT JOIN period_result before
      ON before.commitment_id = r.commitment_id AND before.period = r.period AND before.revision = r.revision - 1
    WHERE r.id = ANY($1::uuid[])
  ), judged_series AS (
    SELECT t.id AS result_id, s.id FROM revision t JOIN commitment c ON c.id = t.commitment_id JOIN ${JUDGED_SERIES}
  )
  SELECT r.id AS "resultId", k.kind, count(*)::int AS count, max(k.at) AS "newestAt"
  FROM revision r CROSS JOIN LATERAL (
    ${KINDS.map(([kind, rows]) => `SELECT '${kind}' AS kind, of_kind.at FROM (${rows}) of_kind(at)`).join(' UNION ALL ')}
  ) k
  WHERE k.at > r.since AND k.at <= r.evaluated_at AND (NOT r.is_first OR k.kind = 'correction')
  GROUP BY r.id, k.kind
  ORDER BY r.id, array_position($2::text[], k.kind)`;
