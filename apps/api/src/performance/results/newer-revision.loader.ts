import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';

/** A result that something frozen was made of, and the newest revision, which replaced it. */
export interface NewerRevisionRow {
  frozenId: string;
  newestId: string;
  difference: string | null;
  reason: string;
}

/** The revision that stands in place of a result; null while the result itself stands. */
export const newerRevisionOf = defineLoader<string, NewerRevisionRow | null>(async (ids, { manager }) => {
  const rows: NewerRevisionRow[] = await manager.query(
    `SELECT f.id AS "frozenId", n.id AS "newestId", (n.figure - f.figure)::text AS difference, n.reason
     FROM period_result f
     JOIN period_result n ON n.commitment_id = f.commitment_id AND n.period = f.period AND n.state <> 'superseded'
     WHERE f.id = ANY($1::uuid[]) AND f.state = 'superseded'`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ frozenId }) => frozenId);
});

/** The revision that a result replaced; null where the result is the first. */
export const restatementOf = defineLoader<string, NewerRevisionRow | null>(async (ids, { manager }) => {
  const rows: NewerRevisionRow[] = await manager.query(
    `SELECT f.id AS "frozenId", n.id AS "newestId", (n.figure - f.figure)::text AS difference, n.reason
     FROM period_result n
     JOIN period_result f ON f.commitment_id = n.commitment_id AND f.period = n.period AND f.revision = n.revision - 1
     WHERE n.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ newestId }) => newestId);
});
