import type { EntityManager } from 'typeorm';
import type { PeriodResultEntity } from '../results/period-result.entity.js';

/** A result that stands, without its judgement. */
export type NewestResult = Pick<
  PeriodResultEntity,
  | 'id'
  | 'commitmentId'
  | 'termsId'
  | 'calendarVersionId'
  | 'period'
  | 'fromAt'
  | 'toAt'
  | 'timeZone'
  | 'revision'
  | 'state'
  | 'verdict'
  | 'figure'
  | 'numerator'
  | 'denominator'
  | 'coverage'
  | 'dataAsOf'
  | 'hasLateData'
>;

/** The newest revision of every period of the commitments, by commitment and start. */
export async function newestResults(
  tx: EntityManager,
  commitments: readonly { readonly id: string }[],
): Promise<Map<string, NewestResult>> {
  if (commitments.length === 0) return new Map();
  const rows: NewestResult[] = await tx.query(`${NEWEST} AND commitment_id = ANY($1)`, [
    commitments.map(({ id }) => id),
  ]);
  return new Map(rows.map((row) => [`${row.commitmentId} ${row.fromAt.getTime()}`, row]));
}

/** The start of a query for results that stand; more conditions may follow. */
export const NEWEST = `
  SELECT id, commitment_id AS "commitmentId", terms_id AS "termsId", calendar_version_id AS "calendarVersionId", period,
    from_at AS "fromAt", to_at AS "toAt", time_zone AS "timeZone", revision, state, verdict, figure, numerator,
    denominator, coverage, data_as_of AS "dataAsOf", has_late_data AS "hasLateData"
  FROM period_result WHERE state <> 'superseded'`;
