import { budgetLeft, type BudgetStand, chargedByUse, type LaterYear, type OrderKind } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { laterYearsOf } from '../budgets/later-years.js';
import type { PinnedPrice } from '../order.entity.js';

/** Figures by which an order is decided, as exact decimals. */
export interface FactsOfApproval {
  yearly: string;
  contractValue: string;
  /** Of the nearest budget. */
  left: string | null;
  fromAbove: string | null;
  /** Labels of prices. */
  chargedByUse: string[];
  laterYears: LaterYear[];
}

const ITEMS = `
  SELECT i.order_id AS "orderId", i.yearly, i.contract_value AS "contractValue", i.kind, i.prices
    FROM order_item i WHERE i.order_id = ANY ($1::uuid[])`;

const BUDGETS = `
  SELECT o.id AS "orderId", b.name, b.currency, b.amount, b.reserved, b.committed, b.spent
    FROM service_order o JOIN budget b ON b.id = o.budget_id WHERE o.id = ANY ($1::uuid[])`;

const ABOVE = `
  SELECT e.order_id AS "orderId", e.amount FROM budget_entry e JOIN service_order o ON o.id = e.order_id
   WHERE o.id = ANY ($1::uuid[]) AND e.budget_id <> o.budget_id AND e.kind = 'reserved' ORDER BY e.id`;

interface ItemRow {
  orderId: string;
  yearly: string;
  contractValue: string;
  kind: OrderKind;
  prices: PinnedPrice[];
}

function itemsOf(manager: EntityManager, orderIds: readonly string[]): Promise<ItemRow[]> {
  return manager.query(ITEMS, [orderIds]);
}

/** What all items of an order come to. */
function sumOf(id: string, items: readonly ItemRow[], part: 'yearly' | 'contractValue'): string {
  const own = items.filter(({ orderId }) => orderId === id);
  return Decimal.sum(0, ...own.map((item) => item[part])).toFixed();
}

export const factsOfApproval = defineLoader<string, FactsOfApproval>(async (ids, { manager }) => {
  const items = await itemsOf(manager, ids);
  const budgets: (BudgetStand & { orderId: string })[] = await manager.query(BUDGETS, [ids]);
  const above: { orderId: string; amount: string }[] = await manager.query(ABOVE, [ids]);
  const later = await laterYearsOf(manager, ids);
  return ids.map((id) => {
    const budget = budgets.find(({ orderId }) => orderId === id);
    return {
      yearly: sumOf(id, items, 'yearly'),
      contractValue: sumOf(id, items, 'contractValue'),
      left: budget ? budgetLeft(budget) : null,
      fromAbove: above.find(({ orderId }) => orderId === id)?.amount ?? null,
      chargedByUse: [...new Set(items.filter(({ orderId }) => orderId === id).flatMap(chargedByUse))],
      laterYears: later.filter(({ orderId }) => orderId === id),
    };
  });
});

interface FoundRow {
  orderId: string;
  similarId: string;
  unitId: string;
  number: number;
  approved: boolean;
  at: Date;
  currency: string;
  reason: string | null;
}
export type SimilarRow = FoundRow & { contractValue: string };

/** Newest first; more than are shown, since the viewer may not see all of them. */
const SIMILAR = `
  SELECT asked.id AS "orderId", found.* FROM service_order asked, LATERAL (
    SELECT o.id AS "similarId", o.unit_id AS "unitId", o.number, o.state <> 'rejected' AS approved, o.decided_at AS at, o.currency,
        o.decision_reason AS reason
      FROM service_order o
     WHERE o.decided_at IS NOT NULL AND o.decided_by_id IS NOT NULL AND o.id <> asked.id
       AND EXISTS (
         SELECT FROM order_item i JOIN plan p ON p.id = i.plan_id
          WHERE i.order_id = o.id AND p.service_id IN (
            SELECT q.service_id FROM order_item j JOIN plan q ON q.id = j.plan_id WHERE j.order_id = asked.id))
     ORDER BY o.unit_id <> asked.unit_id, o.decided_at DESC, o.id DESC LIMIT 20
  ) found WHERE asked.id = ANY ($1::uuid[])`;

export const similarDecisions = defineLoader<string, SimilarRow[]>(async (ids, { manager }) => {
  const rows: FoundRow[] = await manager.query(SIMILAR, [ids]);
  const items = await itemsOf(manager, [...new Set(rows.map(({ similarId }) => similarId))]);
  const similar = rows.map((row) => ({ ...row, contractValue: sumOf(row.similarId, items, 'contractValue') }));
  return groupedBy(ids, similar, ({ orderId }) => orderId);
});
