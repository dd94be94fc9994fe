import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { BILL_LINE, type BillLineRow } from './bills.js';
import { ChargeDisputeEntity } from './charge-dispute.entity.js';
import { ChargeRunEntity } from './charge-run.entity.js';
import { lineIdOf, readLineId } from './line-id.js';
import { DISPUTES } from './read-disputes.js';

/** Lines that the viewer came to by a dispute that they may see, by its id. */
export const lineOfDispute = defineLoader<string, BillLineRow | null>(async (ids, { manager }) => {
  const rows: BillLineRow[] = await manager.query(
    `SELECT d.id AS "disputeOf", ${BILL_LINE} ${DISPUTES} JOIN charge_run r ON r.id = l.run_id WHERE d.id = ANY ($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ disputeOf }) => disputeOf as string);
});

export const chargeRunById = defineLoader<string, ChargeRunEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(ChargeRunEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Newest first. */
export const disputesOfLine = defineLoader<string, ChargeDisputeEntity[]>(async (ids, { manager }) => {
  const where = ids.flatMap((id) => readLineId(id) ?? []);
  const disputes = await manager.find(ChargeDisputeEntity, { where, order: { id: 'DESC' } });
  return groupedBy(ids, disputes, lineIdOf);
});

export interface RunTotal {
  runId: string;
  amount: string;
  currency: string;
}

export const totalsOfRun = defineLoader<string, RunTotal[]>(async (ids, { manager }) => {
  const rows: RunTotal[] = await manager.query(
    `SELECT run_id AS "runId", currency, sum(amount)::text AS amount FROM bill_change
      WHERE run_id = ANY ($1::uuid[]) GROUP BY run_id, currency ORDER BY currency`,
    [ids],
  );
  return groupedBy(ids, rows, ({ runId }) => runId);
});

/** What later months corrected of a closed one. */
export const correctionsOfRun = defineLoader<string, RunTotal[]>(async (ids, { manager }) => {
  const rows: RunTotal[] = await manager.query(
    `SELECT corrects_run_id AS "runId", currency, sum(amount)::text AS amount FROM bill_line
      WHERE corrects_run_id = ANY ($1::uuid[]) GROUP BY corrects_run_id, currency ORDER BY currency`,
    [ids],
  );
  return groupedBy(ids, rows, ({ runId }) => runId);
});
