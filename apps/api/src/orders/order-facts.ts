import {
  ACCEPTANCE_DAYS,
  addedBy,
  type AnnouncedPrices,
  itemStart,
  chargedByUse,
  type Concerned,
  DEFAULT_FULFILMENT,
  type DroppedAnswer,
  type FulfilmentTemplate,
  inCurrencyDigits,
  itemCost,
  type ItemCost,
  type ItemFacts,
  type LaterYear,
  type Limit,
  nearestOn,
  orderNumber,
  type OrderKind,
  pricesOfDay,
  OPEN_STATES,
  type Renewal,
  type SubmissionFacts,
} from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import { priceListsOf } from '../catalog/plans/plan-prices.js';
import { promiseOn } from '../catalog/plans/plan-promises.js';
import { retiringPlans } from '../catalog/retirement/retiring.js';
import { liveDefinition } from '../catalog/versions/live-definition.js';
import { ServiceEntity } from '../catalog/services/service.entity.js';
import { todayOf } from '../catalog/today.js';
import { BusinessUnitEntity } from '../people/business-unit.entity.js';
import type { Act } from '../platform/act/act.js';
import { approvalRefusals, overBudgetStage, stagesFor, type StageWithPeople } from './approvals/planned-stages.js';
import { BudgetEntity } from './budgets/budget.entity.js';
import { budgetPaths } from './budgets/budget-paths.js';
import { needsOfYears, yearsAfter } from './budgets/needs-of-order.js';
import { type Room, roomFor } from './budgets/room-for.js';
import { deliveryAt, type PinnedDelivery } from './delivery.loader.js';
import { entitlementRefusals } from './entitled-people.js';
import { type FilledForm, formRefusals, pinnedForm } from './form/filled-form.js';
import { limitedBefore, limitedPrices, limitFacts } from './limited-item.js';
import type { PinnedPrice } from './order.entity.js';
import { subscriberIdsOf } from './subscriptions/subscriber-ids.js';
import { SubscriptionEntity } from './subscriptions/subscription.entity.js';
import { becomes, subscribedOf, SUBSCRIPTIONS, type SubscriptionRow } from './subscriptions/subscription-rows.js';
import { teamOfService } from './team-of-service.js';

/** One line of what somebody wants. */
export interface ItemWish {
  kind: OrderKind;
  planId: string;
  quantity: number;
  /** What is said of units to set aside. */
  limits: Limit[];
  subscriptionId: string | null;
  bundleId: string | null;
  bundlePart: string | null;
  bundleName: string | null;
  answers: Record<string, unknown>;
  droppedAnswers: DroppedAnswer[];
  serviceVersionId: string | null;
}

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

/** Everything that decides whether an item is taken, and what is pinned when it is. */
export interface ItemFactsRead extends ItemFacts {
  wish: ItemWish;
  plan: PlanEntity;
  service: ServiceEntity;
  prices: readonly PinnedPrice[];
  /** Prices that will take their place. */
  announced: AnnouncedPrices<PinnedPrice> | null;
  cost: ItemCost;
  teamId: string | null;
  delivery: PinnedDelivery | null;
  filled: FilledForm;
  /** Last day of the term of its subscription that holds it back; null = nothing does. */
  heldBackTo: string | null;
  /** An SLA that its subscription has, and that ends when this is accepted; null = none does. */
  endsAgreementId: string | null;
  /** What has to be done to deliver it. */
  fulfilment: FulfilmentTemplate;
  /** How it can be left, and accepted. */
  terms: { termMonths: number | null; renewal: Renewal | null; noticeDays: number; acceptanceDays: number };
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

type SubscribedRow = ReturnType<typeof subscribedOf>;
type ItemBefore = Omit<ItemFactsRead, 'cost'> & { before: SubscribedRow | null };

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

async function itemFacts(
  manager: EntityManager,
  act: Act,
  wish: ItemWish,
  { today, from }: { today: string; from: string },
): Promise<ItemBefore> {
  const { kind, quantity, subscriptionId } = wish;
  const plan = await manager.findOneByOrFail(PlanEntity, { id: wish.planId });
  const service = await manager.findOneByOrFail(ServiceEntity, { id: plan.serviceId });
  const subscription = subscriptionId
    ? await manager.findOneByOrFail(SubscriptionEntity, { id: subscriptionId })
    : null;
  const had = subscription && subscription.planId !== plan.id ? subscription.planId : null;
  const retiring = await retiringPlans(manager, [plan.id, ...(had ? [had] : [])]);
  const row = subscription && (await subscribedOn(manager, act.at, subscription.id));
  const before = row && subscribedOf(row);
  const { id: planId, currency, termMonths: months } = plan;
  const wanted = { kind, planId, quantity, currency, months, before, from };
  const lists = (await priceListsOf(manager, [planId])).get(planId)!;
  const offered = (day: string) => limitedPrices(wish, limitedBefore(kind, row), pricesOfDay(lists, day));
  const isLeaving = subscription !== null && retiring.has(subscription.planId);
  const { prices, nextFrom, announced, ...start } = itemStart(wanted, offered, isLeaving);
  const teamId = await teamOfService(manager, service.id, today);
  // Who has a plan already keeps what came with it until its notice is over.
  const has = subscription?.planId === plan.id ? subscription : null;
  const promise = has ? await promiseOn(manager, plan, has.planVersion, today) : plan;
  const kept = subscription && (await promiseKept(manager, subscription, today));
  const delivery = await deliveryAt(manager, promise, act.at);
  const definition = await liveDefinition(manager, service.id);
  return {
    wish,
    kind,
    quantity,
    today,
    ...start,
    pricedFrom: prices === null ? nextFrom : null,
    plan,
    service,
    prices: prices ?? [],
    announced,
    retiring: retiring.get(plan.id) ?? null,
    isMigration: had !== null && retiring.get(had)?.successorId === plan.id,
    subscription: subscription && {
      ...subscription,
      hasTerm: subscription.renewsOn !== null,
      hasAhead: becomes(row!) !== null,
      busyWith: await busyWith(manager, subscription.id),
    },
    before,
    endsAgreementId: (kind === 'change' || kind === 'renew') && kept !== plan.agreementId ? kept : null,
    teamId,
    hasTeam: teamId !== null,
    delivery,
    filled: pinnedForm(service, wish, definition?.form ?? null),
    formRefusals: await formRefusals(manager, service, wish, definition?.form ?? null),
    ...limitFacts(wish, { plan, prices: prices ?? [], before, form: definition?.form ?? null }),
    fulfilment: definition?.fulfilment ?? DEFAULT_FULFILMENT,
    terms: {
      termMonths: plan.termMonths,
      renewal: plan.renewal,
      noticeDays: Math.min(definition?.notice.days ?? 0, has?.noticeDays ?? Infinity),
      acceptanceDays: definition?.fulfilment.acceptanceDays ?? ACCEPTANCE_DAYS,
    },
  };
}

/** The SLA that comes with a subscription today. */
async function promiseKept(manager: EntityManager, { planId, planVersion }: SubscriptionEntity, today: string) {
  const plan = await manager.findOneByOrFail(PlanEntity, { id: planId });
  return (await promiseOn(manager, plan, planVersion, today)).agreementId;
}

async function subscribedOn(manager: EntityManager, at: Date, id: string): Promise<SubscriptionRow> {
  const [row]: SubscriptionRow[] = await manager.query(`${SUBSCRIPTIONS} WHERE b.id = $2`, [at, id]);
  return row!;
}

const BUSY = `
  SELECT o.number FROM order_item i JOIN service_order o ON o.id = i.order_id
   WHERE i.subscription_id = $1 AND i.kind <> 'subscribe' AND o.state = ANY ($2) LIMIT 1`;

/** The open order that changes a subscription already; null = none. */
async function busyWith(manager: EntityManager, subscriptionId: string): Promise<string | null> {
  const [order]: { number: number }[] = await manager.query(BUSY, [subscriptionId, OPEN_STATES]);
  return order ? orderNumber(order.number) : null;
}
