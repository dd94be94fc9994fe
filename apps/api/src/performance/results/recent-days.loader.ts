import type { Day } from '@accord/domain';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

/** The longest look back from the end of a period: a strip of 90 days, the first of which has a budget of 30 behind it. */
const LOOKED_BACK = '125 days';

/**
 * The days of a result and of those before it, oldest first, as the newest revision of each period tells them; none of
 * results that are not judged by time. Keys are ids of results.
 */
export const recentDaysOf = defineLoader<string, Day[]>(async (ids, { manager }) => {
  const rows: { id: string; days: Day[] | null }[] = await manager.query(
    `SELECT o.id, (
       SELECT json_agg(day.value ORDER BY day.value ->> 'date') FROM period_result r
       CROSS JOIN LATERAL jsonb_array_elements(to_jsonb(r.judgement) -> 'days') day
       WHERE r.commitment_id = o.commitment_id AND r.from_at <= o.from_at AND r.to_at > o.from_at - interval '${LOOKED_BACK}'
         AND (r.id = o.id OR (r.from_at < o.from_at AND r.state <> 'superseded'))
     ) AS days
     FROM period_result o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => row?.days ?? []);
});
