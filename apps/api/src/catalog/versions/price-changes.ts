import {
  chargesInWords,
  limitsOf,
  parseServiceDefinition,
  priceImpact,
  priceListChange,
  type LocalDay,
  type PlanDefinition,
  type PlanPrices,
  type PriceImpact,
  withLimits,
} from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import { PlanEntity } from '../plans/plan.entity.js';
import { priceListsOf, type PriceListRow } from '../plans/plan-prices.js';
import { hasItOn, underWayOf } from '../plans/promised.js';
import { wasOrdered } from '../plans/was-ordered.js';
import { subscribersOf, type Subscriber } from '../plans/subscribers.js';
import { todayOf } from '../today.js';
import { liveDefinitions } from './live-definition.js';
import { planPricesOf, promisesOf } from './publish-plans.js';

/** What a version would change of the prices of one plan, whom that touches, and what it costs them a month. */
export interface PlanPriceChangeRow {
  plan: string;
  name: string;
  currency: string;
  /** In words; null for a plan that is new. */
  before: string | null;
  after: string;
  /** First day for new orders, and for subscribers; null when announced prices are called off. */
  from: LocalDay | null;
  subscribersFrom: LocalDay | null;
  rises: boolean;
  /** Whether use that is not known yet is priced as well. */
  isMetered: boolean;
  total: PriceImpact;
  units: readonly (PriceImpact & { unitId: string })[];
}

/** For each version what publishing it today would change; nothing of plans whose prices stay. */
export async function priceChangesOf(
  manager: EntityManager,
  versionIds: readonly string[],
  at: Date,
): Promise<PlanPriceChangeRow[][]> {
  const versions: { id: string; serviceId: string; definition: unknown }[] = await manager.query(
    'SELECT id, service_id AS "serviceId", definition FROM service_version WHERE id = ANY ($1::uuid[])',
    [versionIds],
  );
  const today = await todayOf(manager, at);
  const serviceIds = versions.map(({ serviceId }) => serviceId);
  const live = await liveDefinitions(manager, serviceIds);
  const plans = await manager.findBy(PlanEntity, { serviceId: In(serviceIds) });
  const planIds = plans.map(({ id }) => id);
  const lists = await priceListsOf(manager, planIds);
  const subscribers = planIds.length > 0 ? await subscribersOf(manager, { planIds }, today) : [];
  const promised = [...subscribers, ...(await underWayOf(manager, planIds))];
  const ordered = await wasOrdered(manager, serviceIds);

  return versionIds.map((versionId) => {
    const version = versions.find(({ id }) => id === versionId)!;
    const definition = parseServiceDefinition(version.definition);
    const noticeDays = Math.max(definition.notice.days, live.get(version.serviceId)?.notice.days ?? 0);
    return definition.plans.flatMap((wanted) => {
      const known = plans.find(({ serviceId, slug }) => serviceId === version.serviceId && slug === wanted.slug);
      const having = subscribers.filter(({ planId }) => planId === known?.id);
      const mayBackdate = !ordered.has(version.serviceId);
      const on = promisesOf(known, { today, noticeDays, promised, mayBackdate });
      return changeOf(wanted, known ? lists.get(known.id)! : [], having, on);
    });
  });
}

function changeOf(
  wanted: PlanDefinition,
  lists: readonly PriceListRow[],
  subscribers: readonly Subscriber[],
  on: ReturnType<typeof promisesOf>,
): PlanPriceChangeRow[] {
  const change = priceListChange(lists, wanted, on);
  // Who has a plan whose price is told on request from now on pays what they pay.
  if (!change || change.onRequestFrom) return [];
  const { slug, name, currency, prices } = wanted;
  const after = planPricesOf(wanted);
  const current = lists.findLast(({ fromDate }) => fromDate <= on.today);
  const reaches = change.next?.subscribersFrom ?? on.today;
  const staying = subscribers.filter((one) => hasItOn(one, reaches));
  const touched = staying.map((one) => ({
    ...one,
    before: paidOf(one, one),
    after: setAside(one, paidOf(one, after)),
  }));
  const paying = touched.filter((one) => one.state === 'active' || one.before.length > 0 || one.after.length > 0);
  return [
    {
      plan: slug,
      name,
      currency,
      before: current ? chargesInWords(current, currency) : null,
      after: chargesInWords(after, currency),
      from: change.next?.fromDate ?? null,
      subscribersFrom: change.next?.subscribersFrom ?? null,
      rises: change.next?.rises ?? false,
      isMetered: prices.some(({ kind }) => kind === 'metered'),
      ...priceImpact(paying, currency),
    },
  ];
}

/** As much as somebody set aside goes on. */
const setAside = ({ prices, quantity }: Subscriber, after: PlanPrices['prices']) =>
  withLimits(after, limitsOf(prices, quantity));

/** What is paid of the day, suspended or not. */
const paidOf = ({ state }: Subscriber, charges: PlanPrices) =>
  state === 'active' || charges.suspendedIsCharged ? charges.prices : [];
