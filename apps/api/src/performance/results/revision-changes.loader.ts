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

/** Since the revision before, and known to this one. Said of the rows themselves: there may be millions of them. */
const isNew = (at: string): string => `${at} > r.since AND ${at} <= r.evaluated_at`;

const measured = (which: string): string => `
  SELECT b.arrived_at FROM judged_series s
  JOIN batch b ON b.source_id = s.source_id AND ${isNew('b.arrived_at')}
  JOIN measurement m ON m.batch_id = b.id AND m.series_id = s.id AND m.${which} AND m.observed_at < r.to_at
    AND coalesce(m.to_at > r.from_at, m.observed_at >= r.from_at)
  WHERE s.result_id = r.id`;

const answered = (which: string): string => `
  SELECT b.arrived_at FROM judged_series s
  JOIN batch b ON b.source_id = s.source_id AND ${isNew('b.arrived_at')}
  JOIN answer a ON a.batch_id = b.id AND a.series_id = s.id AND a.${which}
    AND a.observed_at >= r.from_at AND a.observed_at < r.to_at
  WHERE s.result_id = r.id`;

const FIRST = 'revision = 0';
const CORRECTED = 'revision > 0';

/** What each kind is, and when it came; `r` is the revision with what it is judged by. */
const KINDS: readonly (readonly [kind: RevisionChangeKind, rows: string])[] = [
  ['correction', measured(CORRECTED)],
  ['correction', answered(CORRECTED)],
  [
    'correction',
    `SELECT k.corrected_at FROM outage_correction k
     WHERE r.source = 'outages' AND k.service_id = r.service_id AND ${touching('k')} AND ${isNew('k.corrected_at')}`,
  ],
  ['lateData', `${measured(FIRST)} AND NOT r.is_first`],
  ['lateData', `${answered(FIRST)} AND NOT r.is_first`],
  [
    'lateData',
    `SELECT o.recorded_at FROM outage o
     WHERE NOT r.is_first AND r.source = 'outages' AND o.service_id = r.service_id AND ${touching('o')}
       AND ${isNew('o.recorded_at')}`,
  ],
  [
    'lateData',
    `SELECT max(i.finished_at) FROM ticket t
     JOIN ticket_event e ON e.source_id = t.source_id AND e.number = t.number JOIN import_run i ON i.id = e.import_id
     WHERE NOT r.is_first AND r.kind = 'ticketsInTime' AND t.service_id = r.service_id AND t.opened_at < r.to_at
       AND coalesce(t.closed_at >= r.from_at, true) AND ${isNew('i.finished_at')} GROUP BY t.id`,
  ],
  [
    'exclusion',
    `SELECT e.decided_at FROM exclusion e
     WHERE NOT r.is_first AND e.commitment_id = r.commitment_id AND e.state = 'approved' AND ${touching('e')}
       AND ${isNew('e.decided_at')}`,
  ],
  [
    'maintenance',
    `SELECT w.at FROM maintenance m CROSS JOIN LATERAL (VALUES (m.announced_at), (m.cancelled_at)) w(at)
     WHERE NOT r.is_first AND m.service_id = r.service_id AND ${touching('m')} AND ${isNew('w.at')}`,
  ],
  [
    'record',
    `SELECT f.answered_at FROM provider_figure f
     WHERE NOT r.is_first AND f.commitment_id = r.commitment_id AND f.period = r.period AND ${isNew('f.answered_at')}`,
  ],
  [
    'record',
    `SELECT u.decided_at FROM figure_audit u
     WHERE NOT r.is_first AND u.commitment_id = r.commitment_id AND u.period = r.period AND u.state = 'approved'
       AND ${isNew('u.decided_at')}`,
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
    SELECT t.id AS result_id, s.id, s.source_id
    FROM revision t JOIN commitment c ON c.id = t.commitment_id JOIN ${JUDGED_SERIES}
  )
  SELECT r.id AS "resultId", k.kind, count(*)::int AS count, max(k.at) AS "newestAt"
  FROM revision r CROSS JOIN LATERAL (
    ${KINDS.map(([kind, rows]) => `SELECT '${kind}' AS kind, of_kind.at FROM (${rows}) of_kind(at)`).join(' UNION ALL ')}
  ) k
  GROUP BY r.id, k.kind
  ORDER BY r.id, array_position($2::text[], k.kind)`;
