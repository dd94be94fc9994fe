import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import type { ServiceCreditState } from './service-credit.entity.js';
import type { StoredStep } from './stored-judgement.js';

/** A breach with its credit, if one is owed. */
export interface BreachRow {
  id: string;
  resultId: string;
  at: Date;
  supersededAt: Date | null;
  credit: CreditRow | null;
}

export interface CreditRow {
  id: string;
  resultId: string;
  at: Date | string;
  percent: string;
  charge: string | null;
  amount: string | null;
  currency: string;
  capped: boolean;
  belowMinimum: boolean;
  state: ServiceCreditState;
  correctsId: string | null;
  difference: string | null;
  explanation: StoredStep[];
}

/** A credit `k`. */
export const CREDIT = `json_build_object('id', k.id, 'resultId', k.result_id, 'at', k.at, 'percent', k.percent::text, 'charge', k.charge::text,
  'amount', k.amount::text, 'currency', k.currency, 'capped', k.capped, 'belowMinimum', k.below_minimum,
  'state', k.state, 'correctsId', k.corrects_id, 'difference', k.difference::text, 'explanation', k.explanation)`;

/** Columns of a breach `b` and its credit `k`; start a query with them. */
export const BREACHES = `
  SELECT b.id, b.result_id AS "resultId", b.at, b.superseded_at AS "supersededAt",
    CASE WHEN k.id IS NOT NULL THEN ${CREDIT} END AS credit
  FROM breach b LEFT JOIN service_credit k ON k.result_id = b.result_id`;

export const breachOfResult = defineLoader<string, BreachRow | null>(async (ids, { manager }) => {
  const rows: BreachRow[] = await manager.query(`${BREACHES} WHERE b.result_id = ANY($1::uuid[])`, [ids]);
  return inOrderOf(ids, rows, ({ resultId }) => resultId);
});

export const creditById = defineLoader<string, CreditRow | null>(async (ids, { manager }) => {
  const rows: { credit: CreditRow }[] = await manager.query(
    `SELECT ${CREDIT} AS credit FROM service_credit k WHERE k.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(
    ids,
    rows.map(({ credit }) => credit),
    ({ id }) => id,
  );
});

/** What was posted last for a period that was restated; keys are ids of the results that were replaced. */
export const creditInPlaceOf = defineLoader<string, CreditRow | null>(async (ids, { manager }) => {
  const rows: { of: string; credit: CreditRow }[] = await manager.query(
    `SELECT DISTINCT ON (f.id) f.id AS "of", ${CREDIT} AS credit
     FROM period_result f
     JOIN period_result n ON n.commitment_id = f.commitment_id AND n.period = f.period AND n.revision > f.revision
     JOIN service_credit k ON k.result_id = n.id
     WHERE f.id = ANY($1::uuid[]) ORDER BY f.id, n.revision DESC`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ of }) => of).map((row) => row?.credit ?? null);
});

/** What is owed for a result, or taken back by it. */
export const creditOfResult = defineLoader<string, CreditRow | null>(async (ids, { manager }) => {
  const rows: { resultId: string; credit: CreditRow }[] = await manager.query(
    `SELECT k.result_id AS "resultId", ${CREDIT} AS credit FROM service_credit k WHERE k.result_id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ resultId }) => resultId).map((row) => row?.credit ?? null);
});
