import {
  type BudgetPart,
  type ChargeDays,
  fixedCharges,
  lastServedDay,
  type Lasting,
  neededOfBudgets,
  settledHoldings,
} from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { historiesFor } from '../charges/charged-histories.js';
import { type BudgetPaths, lockedPaths, monthsOf } from './budget-paths.js';
import { changeHoldings, type HoldingChange } from './change-holdings.js';
import { heldForOrder, heldForSubscriptions } from './holding-rows.js';
import { endLaterYearsOfSubscriptions } from './later-commitments.js';

/** An order of which an item was accepted: what it held for that is the subscription's now. */
export interface AcceptedOrder {
  readonly id: string;
  /** What its items that are neither accepted nor given up need of budgets. */
  readonly stillNeeds: readonly BudgetPart[];
}

interface Held extends Lasting {
  id: string;
  unitId: string;
  currency: string;
}

const SUBSCRIPTIONS = `
  SELECT s.id, s.unit_id AS "unitId", s.state, s.renews_on::text AS "renewsOn", s.renewal, s.ends_on::text AS "endsOn", p.currency
    FROM subscription s JOIN plan p ON p.id = s.plan_id WHERE s.id = ANY ($1::uuid[]) ORDER BY s.id`;

/** The first day that no closed month has charged; before the first month of charges everything can still come. */
const OPEN_FROM = `
  SELECT coalesce(max(to_date) FILTER (WHERE state = 'closed') + 1, min(from_date), '2000-01-01')::text AS "from" FROM charge_run`;

/**
 * Makes the budgets hold for subscriptions what can still be charged of them in months that are not closed: the one rule
 * after whatever became of them, their prices or their budgets. A budget holds the months of which it covers the last day.
 *
 * @param subscriptionIds Locked, or nobody else changes them.
 * @param alone Budgets for which none above helps out, since nobody was asked whether it does.
 */
export async function recommit(
  tx: EntityManager,
  act: PublicAct,
  subscriptionIds: readonly string[],
  { accepted = null, alone = new Set() }: { accepted?: AcceptedOrder | null; alone?: ReadonlySet<string> } = {},
): Promise<void> {
  if (subscriptionIds.length === 0) return;
  const subscriptions: Held[] = await tx.query(SUBSCRIPTIONS, [subscriptionIds]);
  const heldNow = async () => ({
    of: await heldForSubscriptions(tx, subscriptionIds),
    order: accepted ? await heldForOrder(tx, accepted.id) : [],
  });
  const found = await heldNow();
  const [{ from }]: [{ from: string }] = await tx.query(OPEN_FROM);
  const unitIds = [...new Set(subscriptions.map(({ unitId }) => unitId))];
  const others = [...found.order, ...[...found.of.values()].flat()].map(({ budgetId }) => budgetId);
  const paths = await lockedPaths(tx, unitIds, from, others);
  // Read again: others may have booked until the budgets were locked, a closed month among them.
  const [{ from: openFrom }]: [{ from: string }] = await tx.query(OPEN_FROM);
  const held = await heldNow();
  const needs = await needsOf(tx, subscriptions, paths, openFrom);

  const changes: HoldingChange[] = subscriptions.map(({ id, unitId }) => {
    const before = held.of.get(id) ?? [];
    const path = paths.get(unitId) ?? [];
    const needed = needs.get(id) ?? [];
    const given = accepted ? handedOver(held.order, settledHoldings(path, held.order, accepted.stillNeeds)) : [];
    const after = settledHoldings(path, sumOf([...before, ...given]), needed, alone);
    const cause = { orderId: accepted?.id ?? null, subscriptionId: id };
    return { holder: { subscription: id }, before, after, cause };
  });
  if (accepted) {
    const [{ unitId, id: subscriptionId }] = subscriptions as [Held];
    const after = settledHoldings(paths.get(unitId) ?? [], held.order, accepted.stillNeeds);
    const cause = { orderId: accepted.id, subscriptionId };
    changes.push({ holder: { order: accepted.id }, before: held.order, after, cause });
  }
  await changeHoldings(tx, act, changes);
  await endLaterYearsOfSubscriptions(tx, act, subscriptionIds);
}

/** What budgets need to hold for each subscription; the same case is reckoned once. */
async function needsOf(
  tx: EntityManager,
  subscriptions: readonly Held[],
  paths: BudgetPaths,
  from: string,
): Promise<ReadonlyMap<string, BudgetPart[]>> {
  const needs = new Map<string, BudgetPart[]>();
  const months = monthsOf([...paths.values()].flat(), from);
  const days: ChargeDays | undefined = months[0] && { from: months[0].from, to: months.at(-1)!.to };
  if (!days) return needs;
  const of = new Map(subscriptions.map((one) => [one.id, one]));
  const known = new Map<string, string[]>();
  for await (const histories of historiesFor(tx, days, [...of.keys()]))
    for (const history of histories) {
      const { unitId, currency, ...lasting } = of.get(history.subscriptionId)!;
      const lastDay = lastServedDay(lasting);
      const key = `${lastDay} ${history.case}`;
      let charges = known.get(key);
      if (!charges) known.set(key, (charges = fixedCharges(history.changes, lastDay, months)));
      const dues = months.map(({ to: on }, i) => ({ on, amount: charges[i]! }));
      const path = (paths.get(unitId) ?? []).filter((budget) => budget.currency === currency);
      needs.set(history.subscriptionId, neededOfBudgets(path, dues));
    }
  return needs;
}

/** What an order holds less than before. */
const handedOver = (before: readonly BudgetPart[], after: readonly BudgetPart[]): BudgetPart[] =>
  before.map(({ budgetId, amount }) => {
    const left = after.find((part) => part.budgetId === budgetId)!.amount;
    return { budgetId, amount: new Decimal(amount).minus(left).toFixed() };
  });

function sumOf(parts: readonly BudgetPart[]): BudgetPart[] {
  const sums = new Map<string, Decimal>();
  for (const { budgetId, amount } of parts) sums.set(budgetId, new Decimal(amount).plus(sums.get(budgetId) ?? 0));
  return [...sums].map(([budgetId, amount]) => ({ budgetId, amount: amount.toFixed() }));
}
