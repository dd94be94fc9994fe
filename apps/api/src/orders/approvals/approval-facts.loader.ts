import { budgetLeft, chargedByUse, nearestOn, type OrderKind } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { In, type EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { BudgetEntity } from '../budgets/budget.entity.js';
import { budgetPaths } from '../budgets/budget-paths.js';
import { yearsAfter } from '../budgets/needs-of-order.js';
import { pricedItems } from '../budgets/priced-items.js';
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
  laterYears: YearOfApproval[];
}

/** A year after the one whose budget pays first. */
export interface YearOfApproval {
  from: string;
  to: string;
  amount: string;
  /** Of its nearest budget; null while there is none. */
  left: string | null;
  fromAbove: string | null;
}

const ITEMS = `
  SELECT i.order_id AS "orderId", i.yearly, i.contract_value AS "contractValue", i.kind, i.prices
    FROM order_item i WHERE i.order_id = ANY ($1::uuid[])`;

const ORDERS = `
  SELECT o.id, o.unit_id AS "unitId", o.budget_id AS "budgetId" FROM service_order o WHERE o.id = ANY ($1::uuid[])`;

/** What each budget was asked for, when it was asked first. */
const RESERVED = `
  SELECT DISTINCT ON (e.order_id, e.budget_id) e.order_id AS "orderId", e.budget_id AS "budgetId", e.amount
    FROM budget_entry e WHERE e.order_id = ANY ($1::uuid[]) AND e.kind = 'reserved' ORDER BY e.order_id, e.budget_id, e.id`;

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

export const factsOfApproval = defineLoader<string, FactsOfApproval>(async (ids, { manager, act }) => {
  const items = await itemsOf(manager, ids);
  const orders: { id: string; unitId: string; budgetId: string | null }[] = await manager.query(ORDERS, [ids]);
  const reserved: { orderId: string; budgetId: string; amount: string }[] = await manager.query(RESERVED, [ids]);
  const priced = await pricedItems(manager, ids, act.at);
  const paths = await budgetPaths(manager, [...new Set(orders.map(({ unitId }) => unitId))], EVER);
  const known = [
    ...[...paths.values()].flat().map(({ id }) => id),
    ...orders.flatMap(({ budgetId }) => budgetId ?? []),
  ];
  const budgets = await manager.findBy(BudgetEntity, { id: In([...new Set(known)]) });
  const budgetOf = (id: string | null | undefined) => budgets.find((budget) => budget.id === id);
  return ids.map((id, i) => {
    const order = orders.find((one) => one.id === id);
    const first = budgetOf(order?.budgetId);
    const path = (order && paths.get(order.unitId)) ?? [];
    const years = first ? yearsAfter(priced[i]!, path, first) : [];
    const nearest = [first?.id, ...years.map(({ budget }) => budget?.id)];
    const own = reserved.filter(({ orderId, budgetId }) => orderId === id && !nearest.includes(budgetId));
    /** What budgets above took over on a day. */
    const aboveOn = (day: string) =>
      own.find(({ budgetId }) =>
        nearestOn(
          path.filter((budget) => budget.id === budgetId),
          day,
        ),
      )?.amount ?? null;
    return {
      yearly: sumOf(id, items, 'yearly'),
      contractValue: sumOf(id, items, 'contractValue'),
      left: first ? budgetLeft(first) : null,
      fromAbove: first ? aboveOn(first.toDate) : null,
      chargedByUse: [...new Set(items.filter(({ orderId }) => orderId === id).flatMap(chargedByUse))],
      laterYears: years.map(({ from, to, amount, budget }) => {
        const of = budgetOf(budget?.id);
        return { from, to, amount, left: of ? budgetLeft(of) : null, fromAbove: of ? aboveOn(from) : null };
      }),
    };
  });
});

const EVER = '0001-01-01';

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
