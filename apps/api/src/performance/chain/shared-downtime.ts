import { type CalendarHours, calendarDefinition, type CountedOutage, sharedDowntimeMs } from '@accord/domain';
import { createCalendar } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import type { ResultPair, SharedLoss } from './shared-losses.js';

/** How much of the downtime of each result lies in outages of the part, minute by minute. One statement. */
export async function readSharedDowntime(manager: EntityManager, pairs: readonly ResultPair[]): Promise<SharedLoss[]> {
  const rows: Row[] = await manager.query(SHARED, [
    pairs.map(({ resultId }) => resultId),
    pairs.map(({ partResultId }) => partResultId),
  ]);
  return rows.flatMap(({ timeZone, hours, counted, others, ...pair }) => {
    const calendar = createCalendar(calendarDefinition(timeZone, hours));
    const shared = sharedDowntimeMs(counted, others, calendar);
    if (shared === 0) return [];
    const meets = (other: CountedOutage) => counted.some(({ from, to }) => other.from < to && other.to > from);
    return [{ ...pair, unit: 'ms', shared, part: allOf(others.filter(meets)), of: allOf(counted) }];
  });
}

interface Row extends ResultPair {
  timeZone: string;
  hours: CalendarHours;
  counted: CountedOutage[];
  others: CountedOutage[];
}

const allOf = (outages: readonly CountedOutage[]): number => outages.reduce((sum, one) => sum + one.countedMs, 0);

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** What runs still lasts until the results were judged. */
const SHARED = `
  SELECT k.result AS "resultId", k.part AS "partResultId", c.time_zone AS "timeZone", v.hours, own.counted, parts.others
  FROM unnest($1::uuid[], $2::uuid[]) AS k(result, part)
  JOIN period_result r ON r.id = k.result
  JOIN period_result p ON p.id = k.part
  JOIN service_calendar_version v ON v.id = r.calendar_version_id
  JOIN service_calendar c ON c.id = v.calendar_id
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('from', ${ms('o.from_at')}, 'to', ${ms('coalesce(o.to_at, r.evaluated_at)')},
      'countedMs', o.counted_ms)) AS counted, min(o.from_at) AS first, max(coalesce(o.to_at, r.evaluated_at)) AS last
    FROM result_contribution o WHERE o.result_id = r.id AND o.bad AND o.kind IN ('outage', 'probe')
  ) own
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('from', ${ms('o.from_at')}, 'to', ${ms('coalesce(o.to_at, p.evaluated_at)')},
      'countedMs', CASE WHEN o.bad THEN o.counted_ms ELSE 0 END)) AS others
    FROM result_contribution o WHERE o.result_id = p.id AND o.kind IN ('outage', 'probe')
      AND o.from_at < own.last AND coalesce(o.to_at, p.evaluated_at) > own.first
  ) parts
  WHERE own.counted IS NOT NULL AND parts.others IS NOT NULL`;
