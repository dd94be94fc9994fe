import { closesAnyway } from '@accord/domain';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { CLOSING_ROWS, type ClosingRow } from './closing-rows.js';

/** Of results by id; null where one is closed, or is closed by hand. */
export const closingOfResult = defineLoader<string, (ClosingRow & { heldUntil: Date }) | null>(
  async (ids, { manager }) => {
    const rows: ClosingRow[] = await manager.query(`${CLOSING_ROWS} AND r.id = ANY($1::uuid[])`, [ids]);
    return inOrderOf(ids, rows, ({ id }) => id).map((row) => row && { ...row, heldUntil: closesAnyway(row.closesAt) });
  },
);
