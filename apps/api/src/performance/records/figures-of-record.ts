import type { FigureOfRecord } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** Of each period, by commitment and period: the provider's figure that is the one of record. */
export type FiguresOfRecord = ReadonlyMap<string, FigureOfRecord>;

export const recordKey = (commitmentId: string, period: string): string => `${commitmentId} ${period}`;

/** Where both sides go by ours, our judgement is the one of record and nothing takes its place. */
export async function figuresOfRecord(tx: EntityManager, commitmentIds: readonly string[]): Promise<FiguresOfRecord> {
  const rows: { commitmentId: string; period: string; figure: string; state: string }[] = await tx.query(
    `SELECT commitment_id AS "commitmentId", period, figure::text, state FROM provider_figure
      WHERE state IN ('agreed', 'silent') AND side = 'provider' AND commitment_id = ANY ($1::uuid[])`,
    [commitmentIds],
  );
  return new Map(
    rows.map(({ commitmentId, period, figure, state }) => [
      recordKey(commitmentId, period),
      { side: 'provider', figure, basis: state === 'agreed' ? 'agreement' : 'silence' },
    ]),
  );
}

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
