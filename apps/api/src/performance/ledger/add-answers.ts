import { type Scale, siftAnswers, type SiftedAnswer, type ToldAnswer } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** An answer on its way into the ledger. */
export interface NewAnswer extends ToldAnswer, Scale {
  readonly seriesId: number;
  /** On which it stands in its batch. */
  readonly line: number | null;
}

/** What the ledger says of an answer now. */
export interface KnownAnswer extends ToldAnswer {
  readonly revision: number;
}

/** What becomes of each answer. Nobody else may write these surveys until the transaction ends: lock their source. */
export async function siftNewAnswers(
  tx: EntityManager,
  rows: readonly NewAnswer[],
): Promise<SiftedAnswer<KnownAnswer>[]> {
  const known: KnownAnswer[] = await tx.query(KNOWN, [
    rows.map(({ seriesId }) => seriesId),
    rows.map(({ answer }) => answer),
  ]);
  return siftAnswers(known, rows);
}

/** Adds answers that `siftNewAnswers` found new, and corrections with their revision. */
export async function addAnswers(
  tx: EntityManager,
  batchId: number,
  rows: readonly (NewAnswer & { readonly revision?: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(ADD, [
    batchId,
    rows.map(({ seriesId }) => seriesId),
    rows.map(({ answer }) => answer),
    rows.map(({ revision = 0 }) => revision),
    rows.map(({ at }) => new Date(at)),
    rows.map(({ score }) => score),
    rows.map(({ lowest }) => lowest),
    rows.map(({ highest }) => highest),
    rows.map(({ line }) => line),
  ]);
}

const KNOWN = `
  SELECT DISTINCT ON (a.series_id, a.answer) a.answer,
    (extract(epoch FROM a.observed_at) * 1000)::float8 AS at, a.score, a.revision
  FROM unnest($1::int[], $2::uuid[]) AS asked(series_id, answer)
  JOIN answer a ON a.series_id = asked.series_id AND a.answer = asked.answer
  ORDER BY a.series_id, a.answer, a.revision DESC`;

const ADD = `
  INSERT INTO answer (batch_id, series_id, answer, revision, observed_at, score, lowest, highest, line)
  SELECT $1, * FROM unnest($2::int[], $3::uuid[], $4::smallint[], $5::timestamptz[], $6::smallint[], $7::smallint[],
    $8::smallint[], $9::int[])`;
