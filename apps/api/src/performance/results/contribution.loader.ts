import type { ContributionKind } from './result-contribution.entity.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { WEEKED_AT } from './weeked-at.js';

/** A page of the evidence behind a result. */
export interface ContributionsAsked {
  resultId: string;
  size: number;
  /** Position of the last one seen; 0 = none. */
  after: number;
  onlyBad: boolean;
  /** First and last day, in the zone of the result; null = of the period. */
  from: string | null;
  to: string | null;
}

export interface ContributionRow {
  resultId: string;
  position: number;
  kind: ContributionKind;
  evidenceId: string;
  label: string;
  from: Date | null;
  /** null = it went on when it was judged. */
  to: Date | null;
  /** What was counted of it ends there. */
  until: Date | null;
  countedMs: string | null;
  dueAt: Date | null;
  priority: number | null;
  verdict: string;
  notCounted: string | null;
  total: string | null;
  good: string | null;
}

export interface ContributionsPage {
  /** One more than asked for when there are more. */
  rows: ContributionRow[];
  totalCount: number;
}

/** Keys are made by `contributionsKey`. */
export const contributionsOf = defineLoader<string, ContributionsPage>(async (keys, { manager }) => {
  const asked = keys.map((key) => JSON.parse(key) as ContributionsAsked);
  const rows: (ContributionRow & { key: string; totalCount: number })[] = await manager.query(CONTRIBUTIONS, [
    keys,
    asked.map(({ resultId }) => resultId),
    asked.map(({ size }) => size + 1),
    asked.map(({ after }) => after),
    asked.map(({ onlyBad }) => onlyBad),
    asked.map(({ from }) => from),
    asked.map(({ to }) => to),
  ]);
  return groupedBy(keys, rows, ({ key }) => key).map((group) => ({
    totalCount: group[0]?.totalCount ?? 0,
    rows: group.filter(({ position }) => position !== null),
  }));
});

export const contributionsKey = (asked: ContributionsAsked): string => JSON.stringify(asked);

/** It was down when it was judged, and nobody had said since when it was up. */
const LASTS = `c.kind IN ('outage', 'probe') AND r.state = 'open' AND r.evaluated_at < r.to_at
  AND c.to_at >= r.evaluated_at AND o.to_at IS NULL`;

const SINCE = 'k.from_day::timestamp AT TIME ZONE r.time_zone';
const UNTIL = '(k.to_day + 1)::timestamp AT TIME ZONE r.time_zone';
/** Tickets and groups of answers as the weeks of a drift have them; anything else where it touches. */
const IN_DAYS = `
  (k.from_day IS NULL OR CASE WHEN c.kind IN ('ticket', 'answers') THEN ${WEEKED_AT} >= ${SINCE} ELSE coalesce(c.to_at > ${SINCE}, true) END)
  AND (k.to_day IS NULL OR CASE WHEN c.kind IN ('ticket', 'answers') THEN ${WEEKED_AT} < ${UNTIL} ELSE coalesce(c.from_at < ${UNTIL}, true) END)`;

const CONTRIBUTIONS = `
  SELECT k.key, total."totalCount", c.*
  FROM unnest($1::text[], $2::uuid[], $3::int[], $4::int[], $5::boolean[], $6::date[], $7::date[])
    AS k(key, result_id, size, after, only_bad, from_day, to_day)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "totalCount" FROM result_contribution c JOIN period_result r ON r.id = c.result_id
    WHERE c.result_id = k.result_id AND (c.bad OR NOT k.only_bad) AND ${IN_DAYS}
  ) total
  LEFT JOIN LATERAL (
    SELECT c.result_id AS "resultId", c.position, c.kind, c.evidence_id AS "evidenceId",
      coalesce(t.number, o.cause, n.name, s.name) AS label, c.from_at AS "from",
      CASE WHEN NOT (${LASTS}) THEN c.to_at END AS "to", c.to_at AS until,
      c.counted_ms AS "countedMs", c.due_near AS "dueAt", c.priority, c.verdict, c.not_counted AS "notCounted", c.total, c.good
    FROM result_contribution c JOIN period_result r ON r.id = c.result_id
    LEFT JOIN ticket t ON c.kind = 'ticket' AND t.id = c.evidence_id
    LEFT JOIN outage o ON c.kind = 'outage' AND o.id = c.evidence_id
    LEFT JOIN series n ON c.kind IN ('count', 'answers') AND n.id = series_of_measurement(c.evidence_id)
    LEFT JOIN series p ON c.kind = 'probe' AND p.id = series_of_measurement(c.evidence_id)
    LEFT JOIN service s ON s.id = p.service_id
    WHERE c.result_id = k.result_id AND c.position > k.after AND (c.bad OR NOT k.only_bad) AND ${IN_DAYS}
    ORDER BY c.position LIMIT k.size
  ) c ON true
  ORDER BY k.key, c.position`;
