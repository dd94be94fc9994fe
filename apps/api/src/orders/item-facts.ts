import {
  ACCEPTANCE_DAYS,
  type AnnouncedPrices,
  itemStart,
  DEFAULT_FULFILMENT,
  type DroppedAnswer,
  type FulfilmentTemplate,
  type ItemCost,
  type ItemFacts,
  type Limit,
  orderNumber,
  type OrderKind,
  pricesOfDay,
  OPEN_STATES,
  type Renewal,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import { priceListsOf } from '../catalog/plans/plan-prices.js';
import { promiseOn } from '../catalog/plans/plan-promises.js';
import { retiringPlans } from '../catalog/retirement/retiring.js';
import { liveDefinition } from '../catalog/versions/live-definition.js';
import { ServiceEntity } from '../catalog/services/service.entity.js';
import type { Act } from '../platform/act/act.js';
import { deliveryAt, type PinnedDelivery } from './delivery.loader.js';
import { type FilledForm, formRefusals, pinnedForm } from './form/filled-form.js';
import { limitedBefore, limitedPrices, limitFacts } from './limited-item.js';
import type { PinnedPrice } from './order.entity.js';
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

type SubscribedRow = ReturnType<typeof subscribedOf>;
/** Before it is known what it costs. */
export type ItemBefore = Omit<ItemFactsRead, 'cost'> & { before: SubscribedRow | null };

/** Reads what the rules look at of an item that would begin on a day. */
export async function itemFacts(
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
