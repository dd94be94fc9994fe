import { answersNotSplittable, dayIn, notSplittable } from '@accord/domain';
import { daysAround } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import { monthOf } from '../ledger/ensure-months.js';

const HOUR_MS = 3_600_000;

/**
 * What is left out of a promise splits what was measured; what is kept by the hour or the day only cannot be split within.
 *
 * @throws {DomainError} `NOT_KEPT`
 */
export async function assertSplittable(tx: EntityManager, timeZone: string, ends: readonly Date[]): Promise<void> {
  const rows: { level: 'measurements' | 'hours'; month: string }[] = await tx.query(
    'SELECT level, month FROM dropped_month',
  );
  const dropped = new Set(rows.map(({ level, month }) => `${level} ${month}`));
  for (const end of ends.map((date) => date.getTime())) {
    const month = monthOf(end);
    const isMidnight = daysAround(timeZone, { from: end, to: end })[0] === end;
    if (isMidnight || !dropped.has(`measurements ${month}`)) continue;
    if (dropped.has(`hours ${month}`)) throw notSplittable(month, 'day');
    if (end % HOUR_MS !== 0) throw notSplittable(month, 'hour');
  }
}

/**
 * Answers that are only kept together are left out together.
 *
 * @throws {DomainError} `NOT_KEPT`
 */
export async function assertAnswersSplittable(
  tx: EntityManager,
  { id, timeZone }: { readonly id: string; readonly timeZone: string },
  ends: readonly Date[],
): Promise<void> {
  const [split]: { from: Date; last: Date }[] = await tx.query(SPLIT, [id, ends]);
  if (split) throw answersNotSplittable(dayIn(timeZone, split.from), dayIn(timeZone, split.last));
}

const SPLIT = `
  SELECT g.from_at AS "from", g.last_at AS last
  FROM commitment c JOIN commitment_terms t ON t.commitment_id = c.id AND t.indicator ->> 'kind' = 'satisfaction'
  JOIN series s ON s.service_id = c.service_id AND s.kind = 'answers' AND s.name = t.indicator ->> 'series'
  JOIN answer_group g ON g.series_id = s.id
  JOIN unnest($2::timestamptz[]) AS ends(at) ON g.from_at < ends.at AND g.last_at >= ends.at
  WHERE c.id = $1 ORDER BY g.from_at LIMIT 1`;
