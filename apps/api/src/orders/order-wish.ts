import {
  assertCanOrderFor,
  assertCanSeeSubscription,
  canOrder,
  canSeeService,
  DomainError,
  type DroppedAnswer,
  isOutsider,
  type Limit,
} from '@accord/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import { markSubscribed } from '../catalog/services/entitled-services.js';
import { retiringPlans } from '../catalog/retirement/retiring.js';
import { ServiceEntity } from '../catalog/services/service.entity.js';
import { todayOf } from '../catalog/today.js';
import { BusinessUnitEntity } from '../people/business-unit.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { viewerOfPerson } from '../people/viewer-query.js';
import type { Act } from '../platform/act/act.js';
import { answersOfBundle, chosenPart } from './chosen-part.js';
import { filledForm } from './form/filled-form.js';
import type { ItemWish } from './item-facts.js';
import type { OrderWish } from './order-facts.js';
import type { DraftOrderInput, OrderItemInput } from './order.input.js';
import { SubscriptionEntity } from './subscriptions/subscription.entity.js';
import { aheadOf } from './subscriptions/subscription-rows.js';

type Wished = Pick<DraftOrderInput, 'items' | 'unitId' | 'beneficiaryId' | 'startOn' | 'bundleAnswers'> & {
  /** Whom it was for, where nothing else is said. */
  wasFor?: string;
};

/** Who manages a service orders for everybody who is to be migrated, for whomever and at whoever's expense. */
export type OrderingAs = 'requester' | 'manager';

/**
 * The wish that an input stands for, with what it leaves out.
 *
 * @throws {DomainError} `FORBIDDEN`, `NOT_FOUND`, `UNKNOWN_PERSON`, `NOT_A_COLLEAGUE`, `OTHER_BENEFICIARY`, `UNKNOWN_UNIT`, `NO_UNIT`,
 * `START_PAST`, `PLAN_MISSING`, `SUBSCRIPTION_MISSING` or `UNKNOWN_PART`, at the field or the item.
 */
export async function wishOf(
  manager: EntityManager,
  act: Act,
  wished: Wished,
  as: OrderingAs = 'requester',
): Promise<OrderWish> {
  const { viewer } = act;
  const isRequester = as === 'requester';
  const kinds = wished.items.map(({ kind }) => kind ?? 'subscribe');
  if (isRequester && !canOrder(viewer, kinds)) throw new DomainError('FORBIDDEN', 'Only requesters order services.');
  const items: (ItemWish & OfSubscription)[] = [];
  for (const [i, item] of wished.items.entries())
    items.push(await itemWish(manager, act, item, ['items', String(i)], as));
  const beneficiary = await beneficiaryOf(manager, act, wished, items);
  const payer = wished.unitId ?? items.find(({ unitId }) => unitId)?.unitId ?? beneficiary.unitId;
  if (!payer) throw new DomainError('NO_UNIT', `Say which unit pays: ${beneficiary.name} belongs to none.`, ['unitId']);
  const unit = await manager.findOneBy(BusinessUnitEntity, { id: payer });
  if (!unit) throw new DomainError('UNKNOWN_UNIT', 'There is no such unit.', ['unitId']);
  if (isRequester) assertCanOrderFor(viewer, unit, kinds);
  const startOn = wished.startOn ?? null;
  if (startOn) await assertStartAhead(manager, act, startOn);
  return {
    items: items.map(({ unitId: _, subscriberId: __, ...item }) => item),
    unitId: payer,
    requesterId: viewer.personId,
    beneficiaryId: beneficiary.id,
    startOn,
    bundleAnswers: await answersOfBundle(manager, items, wished.bundleAnswers ?? null),
  };
}

/** Of what an item is about; null for something new. */
interface OfSubscription {
  unitId: string | null;
  /** Who has it. */
  subscriberId: string | null;
}

async function itemWish(
  manager: EntityManager,
  act: Act,
  item: OrderItemInput & { droppedAnswers?: DroppedAnswer[] },
  path: string[],
  as: OrderingAs,
): Promise<ItemWish & OfSubscription> {
  const { viewer } = act;
  const { planId: wantedPlan, quantity, limits, subscriptionId } = item;
  const kind = item.kind ?? 'subscribe';
  const subscription = subscriptionId ? await manager.findOneBy(SubscriptionEntity, { id: subscriptionId }) : null;
  if (subscriptionId && as === 'requester') assertCanSeeSubscription(viewer, subscription, [...path, 'subscriptionId']);
  if (!subscriptionId && kind !== 'subscribe')
    throw new DomainError('SUBSCRIPTION_MISSING', 'Say which subscription this is about.', [...path, 'subscriptionId']);
  // Only a change chooses another plan, quantity or limit; everything else is about the subscription as it is.
  const isChosen = kind === 'subscribe' || kind === 'change';
  // What is renewed is what it will be by then.
  const ahead = subscription && kind === 'renew' ? await aheadOf(manager, act, subscription.id) : null;
  const planId = (isChosen ? wantedPlan : null) ?? ahead?.planId ?? subscription?.planId;
  if (!planId) throw new DomainError('PLAN_MISSING', 'Choose a plan.', [...path, 'planId']);
  const plan = await manager.findOneBy(PlanEntity, { id: planId });
  const service = plan && (await manager.findOneByOrFail(ServiceEntity, { id: plan.serviceId }));
  // Who has a service goes on with it, whoever may see it now.
  const isTheirs = subscription !== null && (await goesOn(manager, subscription, plan));
  if (service && !isTheirs) await markSubscribed(manager, viewer, [service]);
  if (!service || !(isTheirs || canSeeService(viewer, service)))
    throw new DomainError('NOT_FOUND', 'There is no such plan.', [...path, 'planId']);
  const { counted, setAside, ...filled } = await filledForm(manager, act, service, { ...item, kind }, path);
  return {
    kind,
    planId,
    quantity: counted ?? (isChosen ? quantity : null) ?? ahead?.quantity ?? subscription?.quantity ?? 1,
    limits: isChosen ? [...setAside, ...(limits ?? []).filter(({ unitName }) => !isIn(setAside, unitName))] : [],
    subscriptionId: subscription?.id ?? null,
    ...(await chosenPart(manager, viewer, { ...item, kind, planId }, path)),
    ...filled,
    unitId: subscription?.unitId ?? null,
    subscriberId: subscription?.beneficiaryId ?? null,
  };
}

const isIn = (limits: readonly Limit[], unitName: string) => limits.some((limit) => limit.unitName === unitName);

/** What is about subscriptions alone is for who has them, also once they have left. */
async function beneficiaryOf(
  manager: EntityManager,
  act: Act,
  { beneficiaryId = null, wasFor = act.viewer.personId }: Wished,
  items: readonly (ItemWish & OfSubscription)[],
): Promise<PersonEntity> {
  const subscribers = items.flatMap(({ subscriberId }) => subscriberId ?? []);
  const isLive = items.every(({ kind }) => kind !== 'subscribe');
  if (!isLive || subscribers.length === 0) return receiverOf(manager, act, beneficiaryId ?? wasFor);
  if (beneficiaryId !== null && !subscribers.includes(beneficiaryId)) {
    const sentence = 'This changes what somebody has already, and stays theirs; leave out for whom it is.';
    throw new DomainError('OTHER_BENEFICIARY', sentence, ['beneficiaryId']);
  }
  const kept = [beneficiaryId, wasFor].find((id) => id !== null && subscribers.includes(id));
  return manager.findOneByOrFail(PersonEntity, { id: kept ?? subscribers[0]! });
}

async function receiverOf(manager: EntityManager, { at }: Act, id: string): Promise<PersonEntity> {
  const beneficiary = await manager.findOneBy(PersonEntity, { id, endedAt: IsNull() });
  if (!beneficiary)
    throw new DomainError('UNKNOWN_PERSON', 'There is no such person, or they have left.', ['beneficiaryId']);
  const receiver = await viewerOfPerson(manager, beneficiary.id, at);
  if (receiver && isOutsider(receiver))
    throw new DomainError('NOT_A_COLLEAGUE', 'An order is for somebody who works here.', ['beneficiaryId']);
  return beneficiary;
}

/** Further ahead no price, no budget and no plan is known. */
const YEARS_AHEAD = 2;

async function assertStartAhead(manager: EntityManager, { at }: Act, startOn: string): Promise<void> {
  const today = await todayOf(manager, at);
  if (startOn < today)
    throw new DomainError('START_PAST', 'The work cannot begin on a day that has passed.', ['startOn']);
  const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  if (startOn > last)
    throw new DomainError('START_FAR', `The work begins no later than ${last}, ${YEARS_AHEAD} years from today.`, [
      'startOn',
    ]);
}

/** Whether a plan is of the service that is subscribed to, or where its retirement leads. */
async function goesOn(manager: EntityManager, had: SubscriptionEntity, plan: PlanEntity | null): Promise<boolean> {
  if (plan === null || plan.serviceId === had.serviceId) return plan !== null;
  return (await retiringPlans(manager, [had.planId])).get(had.planId)?.successorId === plan.id;
}
