import {
  addedBy,
  chargedByUse,
  type Concerned,
  inCurrencyDigits,
  itemCost,
  type ItemCost,
  type LaterYear,
  nearestOn,
  type SubmissionFacts,
} from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../catalog/today.js';
import { BusinessUnitEntity } from '../people/business-unit.entity.js';
import type { Act } from '../platform/act/act.js';
import { approvalRefusals, overBudgetStage, stagesFor, type StageWithPeople } from './approvals/planned-stages.js';
import { BudgetEntity } from './budgets/budget.entity.js';
import { budgetPaths } from './budgets/budget-paths.js';
import { needsOfYears, yearsAfter } from './budgets/needs-of-order.js';
import { type Room, roomFor } from './budgets/room-for.js';
import { entitlementRefusals } from './entitled-people.js';
import { subscriberIdsOf } from './subscriptions/subscriber-ids.js';
import { itemFacts, type ItemBefore, type ItemFactsRead, type ItemWish } from './item-facts.js';

/** What somebody wants, whether it is written down yet or not. */
export interface OrderWish {
  items: ItemWish[];
  unitId: string;
  requesterId: string;
  beneficiaryId: string;
  startOn: string | null;
  /** To what a bundle asks once, while it is a draft. */
  bundleAnswers: object | null;
}

/** A year after the one whose budget pays first. */
export interface YearOfOrder extends LaterYear<BudgetEntity> {
  /** What a budget further up takes; null = nothing. */
  fromAbove: string | null;
}

/** Everything that decides whether an order is taken, and what is pinned when it is. */
export interface OrderFacts extends SubmissionFacts {
  items: ItemFactsRead[];
  unit: BusinessUnitEntity;
  budget: BudgetEntity | null;
  /** Of all items, as the budget that pays first takes it. */
  cost: { currency: string; oneOff: string; monthly: string; total: string };
  /** What follows in the years after that. */
  years: YearOfOrder[];
  /** As they would be gone through. */
  stages: StageWithPeople[];
}

/**
 * Reads what a submission needs at this moment.
 *
 * @param lock For the submission itself: the offer cannot change and nobody else reserves until the transaction ends.
 */
export async function factsOf(manager: EntityManager, act: Act, wish: OrderWish, lock: boolean): Promise<OrderFacts> {
  if (lock) await lockWhatIsOrdered(manager, wish);
  const today = await todayOf(manager, act.at);
  const from = wish.startOn && wish.startOn > today ? wish.startOn : today;
  const unit = await manager.findOneByOrFail(BusinessUnitEntity, { id: wish.unitId });
  const read: ItemBefore[] = [];
  const entitled = await entitlementRefusals(manager, act, wish);
  for (const [i, item] of wish.items.entries())
    read.push({ ...(await itemFacts(manager, act, item, { today, from })), entitlementRefusal: entitled[i]! });
  const asking = { ...wish, subscriberIds: await subscriberIdsOf(manager, wish.items) };
  const planned = await stagesFor(manager, act, toApprove(asking, read, from), today);
  // Last, so that others wait for as short as can be.
  if (lock) await manager.query('LOCK TABLE budget IN ROW SHARE MODE');
  const path = (await budgetPaths(manager, [wish.unitId], from)).get(wish.unitId)!;
  const first = nearestOn(path, from);
  const items = read.map((item) => ({ ...item, cost: costOf(item, from, first?.toDate ?? null) }));
  const currency = items[0]!.plan.currency;
  const sum = (part: 'oneOff' | 'monthly' | 'total') =>
    inCurrencyDigits(Decimal.sum(...items.map(({ cost }) => cost[part])), currency);
  const cost = { currency, oneOff: sum('oneOff'), monthly: sum('monthly'), total: sum('total') };
  const isPayable = first !== null && items.every(({ plan }) => plan.currency === first.currency);
  const added = items.map((item) => ({ added: addedOf(item, from) }));
  const years = isPayable ? yearsAfter(added, path, first) : [];
  const needs = isPayable ? [{ budgetId: first.id, amount: cost.total, day: from }, ...needsOfYears(years)] : [];
  const rooms = await roomFor(manager, needs, lock);
  const budget = rooms[0]?.nearest ?? (first && (await manager.findOneByOrFail(BudgetEntity, { id: first.id })));
  const stages = [...planned];
  for (const unitId of new Set(rooms.flatMap(unitsAbove)))
    stages.push(...(await overBudgetStage(manager, asking, unitId, today)));
  return {
    items,
    unit,
    budget,
    cost,
    years: years.map((year) => yearOf(year, rooms)),
    beginsLater: from > today ? from : null,
    lacking: rooms.flatMap(({ parts, nearest, need }) => (parts ? [] : { budget: nearest, needed: need.amount })),
    stages,
    approvalRefusals: approvalRefusals(stages, unit),
  };
}

/** What decides who is asked does not depend on the budget, so it is found before anybody waits for that. */
function toApprove(wish: OrderWish & Concerned, items: readonly ItemBefore[], from: string) {
  return {
    ...wish,
    id: null,
    currency: items[0]!.plan.currency,
    items: items.map((item) => ({
      serviceId: item.service.id,
      contractValue: costOf(item, from, null).contractValue,
      isMetered: chargedByUse(item).length > 0,
    })),
  };
}

/** @param to Last day of the budget that pays; null without one. */
function costOf(item: ItemBefore, from: string, to: string | null): ItemCost {
  const { currency, id: planId, termMonths: months } = item.plan;
  return itemCost({ ...item, planId, currency, months, from, to });
}

function addedOf({ cost, plan, ...item }: ItemBefore & Pick<ItemFactsRead, 'cost'>, from: string) {
  const { termMonths: months, renewal } = plan;
  return addedBy({ ...item, ...cost, planId: plan.id, from, months, renewal });
}

function yearOf(year: LaterYear, rooms: readonly Room[]): YearOfOrder {
  const room = rooms.find(({ need }) => need.day === year.from);
  const above = room?.parts?.find(({ budget }) => budget.id !== room.nearest.id);
  return { ...year, budget: room?.nearest ?? null, fromAbove: above?.amount ?? null };
}

/** Units whose budgets help out. */
const unitsAbove = ({ parts, nearest }: Room): string[] =>
  (parts ?? []).flatMap(({ budget }) => (budget.id === nearest.id ? [] : budget.unitId));

/** Everybody locks in this order: services by their ids, subscriptions by theirs, people, then the budget. */
async function lockWhatIsOrdered(manager: EntityManager, { items, ...people }: OrderWish): Promise<void> {
  // The service is what every change of its plans and prices locks.
  await manager.query(LOCK_OFFERS, [items.map(({ planId }) => planId)]);
  const subscriptionIds = items.flatMap(({ subscriptionId }) => subscriptionId ?? []);
  if (subscriptionIds.length > 0) await manager.query(LOCK_SUBSCRIPTIONS, [subscriptionIds]);
  // What the same people ordered a moment ago counts, so they order one after the other.
  for (const id of new Set([people.requesterId, people.beneficiaryId].sort())) await manager.query(LOCK_PERSON, [id]);
}

const LOCK_OFFERS = `
  SELECT 1 FROM service s WHERE s.id IN (SELECT service_id FROM plan WHERE id = ANY ($1::uuid[])) ORDER BY s.id FOR SHARE`;
const LOCK_PERSON = `SELECT pg_advisory_xact_lock(hashtextextended('order of ' || $1, 0))`;
const LOCK_SUBSCRIPTIONS = `SELECT 1 FROM subscription WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
