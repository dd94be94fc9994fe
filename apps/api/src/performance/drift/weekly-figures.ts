import { type Comparator, DRIFT_WEEKS, type TrendCounted, type WeeklySeries, type WeeklyValue } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { WEEKED_AT } from '../results/weeked-at.js';

/** What share was good, week by week, and what the weeks are made of. */
export interface WeeklyFigures extends WeeklySeries {
  readonly counted: TrendCounted;
}

/**
 * What share was good in each of the last weeks that have ended, for every commitment that has results of them: from the
 * days of availability that its results keep, else from the tickets, counts and groups of answers behind them. Weeks begin
 * on Mondays in the zone of the agreement; a week in which nothing was measured has no value. A group of answers is of
 * one week as a whole, so that nothing smaller is seen (docs/decisions/0026).
 */
export async function weeklyFigures(manager: EntityManager, at: Date): Promise<WeeklyFigures[]> {
  const rows: FigureRow[] = await manager.query(FIGURES, [at, DRIFT_WEEKS]);
  return rows.map(({ id, target, comparator, counted, weeks }) => ({
    id,
    counted,
    // Of what is to be at most, the figure is the share that was not good.
    weeks: comparator === 'atLeast' ? weeks : weeks.map(({ value, ...week }) => ({ ...week, value: 100 - value })),
    limit: Number(target),
    worse: comparator === 'atLeast' ? 'falling' : 'rising',
  }));
}

interface FigureRow {
  id: string;
  target: string;
  comparator: Comparator;
  counted: TrendCounted;
  weeks: WeeklyValue[];
}

/** Terms that are in force: what is promised no more drifts nowhere. */
const FIGURES = `
  WITH promised AS (
    SELECT c.id, t.target, t.comparator, a.time_zone,
      date_trunc('week', $1::timestamptz AT TIME ZONE a.time_zone)::date AS until
    FROM commitment c JOIN agreement a ON a.id = c.agreement_id
    JOIN commitment_terms t ON t.commitment_id = c.id
    JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
      AND ($1::timestamptz AT TIME ZONE a.time_zone)::date BETWEEN v.effective_from AND coalesce(v.effective_to, 'infinity')
  ), judged AS (
    SELECT p.*, r.id AS result_id, r.period, r.budget_unit, r.judgement -> 'days' AS days
    FROM promised p JOIN period_result r ON r.commitment_id = p.id AND r.state <> 'superseded'
      AND r.to_at > (p.until - $2::int * 7)::timestamp AT TIME ZONE p.time_zone
  ), measured AS (
    SELECT j.id, j.period, 'outages' AS counted, d.date AS day, d."countedMs" - d."downMs" AS good, d."countedMs" AS total,
      0 AS count
    FROM judged j CROSS JOIN LATERAL jsonb_to_recordset(j.days)
      AS d(date date, "downMs" float8, "countedMs" float8, "hasData" boolean)
    WHERE j.budget_unit = 'ms' AND d."hasData"
    UNION ALL
    SELECT j.id, j.period, CASE c.kind WHEN 'ticket' THEN 'tickets' WHEN 'answers' THEN 'answers' ELSE 'measurements' END,
      (${WEEKED_AT} AT TIME ZONE j.time_zone)::date,
      CASE c.kind WHEN 'ticket' THEN (c.verdict = 'met')::int ELSE c.good END,
      CASE c.kind WHEN 'ticket' THEN 1 ELSE c.total END,
      CASE c.kind WHEN 'ticket' THEN 1 ELSE c.measurements END
    FROM judged j JOIN result_contribution c ON c.result_id = j.result_id
    WHERE c.not_counted IS NULL AND (c.kind IN ('count', 'answers') OR (c.kind = 'ticket' AND c.verdict IN ('met', 'missed')))
  ), outages AS (
    SELECT j.id, w.week::date AS week, count(DISTINCT c.evidence_id) AS count
    FROM judged j JOIN result_contribution c ON c.result_id = j.result_id AND c.kind IN ('outage', 'probe') AND c.bad
    CROSS JOIN LATERAL generate_series(
      date_trunc('week', c.from_at AT TIME ZONE j.time_zone),
      (c.to_at - interval '1 millisecond') AT TIME ZONE j.time_zone, interval '7 days') AS w(week)
    GROUP BY 1, 2
  ), weekly AS (
    SELECT m.id, date_trunc('week', m.day)::date AS week, min(m.counted) AS counted, sum(m.good)::float8 AS good,
      sum(m.total)::float8 AS total, sum(m.count)::int AS count, array_agg(DISTINCT m.period ORDER BY m.period) AS periods
    FROM measured m JOIN promised p ON p.id = m.id
    WHERE m.day >= p.until - $2::int * 7 AND m.day < p.until
    GROUP BY 1, 2 HAVING sum(m.total) > 0
  )
  SELECT p.id, p.target::text, p.comparator, min(w.counted) AS counted,
    json_agg(json_build_object('at', extract(epoch FROM w.week) * 1000, 'value', 100 * w.good / w.total, 'good', w.good,
      'total', w.total, 'count', w.count + coalesce(o.count, 0), 'periods', w.periods) ORDER BY w.week) AS weeks
  FROM promised p JOIN weekly w ON w.id = p.id LEFT JOIN outages o ON o.id = w.id AND o.week = w.week
  GROUP BY p.id, p.target, p.comparator ORDER BY p.id`;
