import type { FigureOfRecord } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** Of each period, by commitment and period: the provider's figure that is the one of record. */
export type FiguresOfRecord = ReadonlyMap<string, FigureOfRecord>;

export const recordKey = (commitmentId: string, period: string): string => `${commitmentId} ${period}`;

/**
 * What an audit found comes before what both sides settled. Where they go by ours, our judgement is the one of record and
 * nothing takes its place.
 */
export async function figuresOfRecord(tx: EntityManager, commitmentIds: readonly string[]): Promise<FiguresOfRecord> {
  const rows: (FigureOfRecord & { commitmentId: string; period: string })[] = await tx.query(
    `SELECT * FROM (SELECT commitment_id AS "commitmentId", period, figure::text, 'provider' AS side,
        CASE state WHEN 'agreed' THEN 'agreement' ELSE 'silence' END AS basis
       FROM provider_figure
      WHERE state IN ('agreed', 'silent') AND side = 'provider' AND commitment_id = ANY ($1::uuid[])
     UNION ALL
     SELECT commitment_id, period, figure::text, 'audit', 'audit'
       FROM figure_audit WHERE state = 'confirmed' AND commitment_id = ANY ($1::uuid[])
     ) figures ORDER BY basis = 'audit'`,
    [commitmentIds],
  );
  return new Map(rows.map(({ commitmentId, period, ...figure }) => [recordKey(commitmentId, period), figure]));
}

/** Whether both sides settled the figure of `period_result r`, in SQL: one side alone does not restate it. */
export const IS_SETTLED = `EXISTS (SELECT FROM provider_figure settled
  WHERE settled.commitment_id = r.commitment_id AND settled.period = r.period AND settled.state IN ('agreed', 'silent'))`;

/** Which of the periods are settled, whoever's figure it is: one side alone does not restate them. */
export async function settledPeriods(
  tx: EntityManager,
  results: readonly { readonly commitmentId: string; readonly period: string }[],
): Promise<ReadonlySet<string>> {
  const rows: { commitmentId: string; period: string }[] = await tx.query(
    `SELECT commitment_id AS "commitmentId", period FROM provider_figure
      WHERE state IN ('agreed', 'silent') AND commitment_id = ANY ($1::uuid[])`,
    [results.map(({ commitmentId }) => commitmentId)],
  );
  const asked = new Set(results.map(({ commitmentId, period }) => recordKey(commitmentId, period)));
  return new Set(
    rows.map(({ commitmentId, period }) => recordKey(commitmentId, period)).filter((key) => asked.has(key)),
  );
}
