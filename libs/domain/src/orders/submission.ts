import { DomainError } from '../domain-error.js';
import { roomRefusal } from './budget.js';
import { closedRefusal, endsBeforeRefusal, noTeam, offerRefusal } from './offer.js';
import { ORDER_KIND_EFFECTS, type OrderKind } from './order-kinds.js';
import type { ItemFacts, SubmissionFacts, SubscriptionFacts } from './submission-facts.js';

/** Why an order would not be taken now, a sentence for each rule; empty when it would be. */
export function submissionRefusals(facts: SubmissionFacts): DomainError[] {
  return [
    ...facts.items.flatMap((item, i) => itemRefusals(item, facts.unit, ['items', String(i)])),
    ...startRefusals(facts.items),
    ...twiceRefusals(facts.items),
    ...moneyRefusals(facts),
  ];
}

/** @throws {DomainError} The first of {@link submissionRefusals}. */
export function assertSubmittable(facts: SubmissionFacts): void {
  const [first] = submissionRefusals(facts);
  if (first) throw first;
}

/** @throws {DomainError} When what an item is about is not offered any more, whatever it cost. */
export function assertOffered(items: readonly ItemFacts[]): void {
  for (const [i, item] of items.entries()) {
    const [first] = offerRefusals(item);
    if (first) throw below(first, ['items', String(i)]);
  }
}

/** Why a subscription does not take an order of a kind now; null when it does. */
export function subscriptionRefusal(kind: OrderKind, subscription: SubscriptionFacts): DomainError | null {
  const { from, done } = ORDER_KIND_EFFECTS[kind];
  const { state, endsOn, busyWith, hasTerm } = subscription;
  if (from === 'none') return new DomainError('SUBSCRIPTION_GIVEN', 'A new subscription names no other one.');
  if (busyWith)
    return new DomainError(
      'SUBSCRIPTION_BUSY',
      `The order ${busyWith} changes this subscription already; wait for it, or cancel it.`,
    );
  if (!from.some((one) => one === state))
    return new DomainError(
      'WRONG_STATE',
      `This subscription is ${state}; it can be ${done} only while it is ${from.join(' or ')}.`,
    );
  if (endsOn && kind !== 'resume')
    return new DomainError('ENDS_ALREADY', `This subscription was terminated and ends on ${endsOn}.`);
  if (kind === 'renew' && !hasTerm)
    return new DomainError('NO_TERM', 'This subscription has no term: it goes on until it is terminated.');
  return null;
}

function itemRefusals(item: ItemFacts, unit: SubmissionFacts['unit'], path: string[]): DomainError[] {
  const { subscription, kind } = item;
  const refused = [
    ...offerRefusals(item),
    ...(item.entitlementRefusal ? [item.entitlementRefusal] : []),
    ...(item.formRefusals ?? []),
    ...(item.limitRefusals ?? []),
  ];
  if (subscription) {
    const refusal = subscriptionRefusal(kind, subscription);
    if (refusal) refused.push(below(refusal, ['subscriptionId']));
    if (subscription.unitId !== unit.id)
      refused.push(
        new DomainError('OTHER_UNIT', `Another unit than ${unit.name} pays this subscription.`, ['subscriptionId']),
      );
    if (changesNothing(item, subscription))
      refused.push(new DomainError('NOTHING_CHANGES', nothingChanges(item), ['planId']));
  } else if (kind !== 'subscribe') {
    refused.push(new DomainError('SUBSCRIPTION_MISSING', 'Say which subscription this is about.', ['subscriptionId']));
  }
  return refused.map((refusal) => below(refusal, path));
}

const nothingChanges = ({ setsAside = false }: ItemFacts): string =>
  setsAside
    ? 'Choose another plan, another quantity, or set something else aside.'
    : 'Choose another plan or another quantity.';

const changesNothing = ({ kind, plan, quantity, keepsLimits = true }: ItemFacts, had: SubscriptionFacts): boolean =>
  kind === 'change' && plan.id === had.planId && quantity === had.quantity && keepsLimits && !had.hasAhead;

/** What is ordered anew begins while its plan has prices, and before it ends. */
function startRefusals(items: readonly ItemFacts[]): DomainError[] {
  return items.flatMap((item) => {
    const { plan, beginsOn, pricedFrom, retiring = null } = item;
    const { name } = plan;
    if (plan.priceOnRequest && isNewPlan(item)) {
      const sentence = `The price of ${name} is told on request; ask the owner of ${item.service.name}.`;
      return [new DomainError('PRICE_ON_REQUEST', sentence, ['planId'])];
    }
    const refuse = (code: string, sentence: string) => [new DomainError(code, sentence, ['startOn'])];
    if (!isNewPlan(item) && item.kind !== 'renew') return [];
    if (pricedFrom !== null)
      return refuse(
        'NOT_YET',
        `${name} is offered from ${pricedFrom} on; choose that day as the start, or a later one.`,
      );
    const over = endsBeforeRefusal(plan, retiring, beginsOn);
    if (over) return [over];
    if (plan.endsOn !== null && beginsOn > plan.endsOn && plan.endsOn >= item.today)
      return refuse('ENDS_BEFORE', `${name} ends on ${plan.endsOn}, before this would begin.`);
    return [];
  });
}

const isNewPlan = ({ kind, plan, subscription }: ItemFacts): boolean =>
  kind === 'subscribe' || (kind === 'change' && plan.id !== subscription?.planId);

function offerRefusals(item: ItemFacts): DomainError[] {
  const { kind, service, plan, hasTeam, subscription, today, retiring = null, isMigration = false } = item;
  const { name, lifecycle } = service;
  const isNew = isNewPlan(item);
  const refusals = [];
  const closed = closedRefusal(plan, retiring, today);
  if (closed && (isNew || kind === 'renew')) refusals.push(closed);
  else if (isNew || kind === 'renew') {
    const offer = offerRefusal(service, { hasTeam, plans: 1 });
    if (offer) refusals.push(offer);
    if (plan.endedAt || (plan.endsOn !== null && plan.endsOn < today))
      refusals.push(new DomainError('PLAN_ENDED', `The plan ${plan.name} has ended; choose another one.`, ['planId']));
  } else if (lifecycle !== 'live' && lifecycle !== 'retiring') {
    refusals.push(new DomainError('SERVICE_NOT_LIVE', `${name} is ${lifecycle} and serves nobody.`));
  } else if (!hasTeam) refusals.push(noTeam(name));
  if (subscription && plan.serviceId !== subscription.serviceId && !isMigration)
    refusals.push(new DomainError('OTHER_SERVICE', `${plan.name} is a plan of another service.`, ['planId']));
  return refusals;
}

/** One order changes a subscription once. */
function twiceRefusals(items: readonly ItemFacts[]): DomainError[] {
  return items.flatMap(({ subscription }, i) =>
    subscription && items.findIndex((other) => other.subscription?.id === subscription.id) < i
      ? [
          new DomainError('SUBSCRIPTION_TWICE', 'An order changes a subscription only once.', [
            'items',
            String(i),
            'subscriptionId',
          ]),
        ]
      : [],
  );
}

function moneyRefusals({
  unit,
  items,
  budget,
  beginsLater = null,
  lacking,
  approvalRefusals,
}: SubmissionFacts): DomainError[] {
  const refusals: DomainError[] = [];
  const refuse = (code: string, sentence: string) => refusals.push(new DomainError(code, sentence, ['unitId']));
  const other = budget && items.find(({ plan }) => plan.currency !== budget.currency);
  if (unit.endedAt) refuse('UNIT_ENDED', `${unit.name} has ended and pays for nothing new.`);
  if (!budget) {
    const sentence = `Neither ${unit.name} nor a unit above it has a budget for ${beginsLater ?? 'today'}.`;
    refusals.push(new DomainError('NO_BUDGET', sentence, [beginsLater ? 'startOn' : 'unitId']));
  } else if (other)
    refuse(
      'OTHER_CURRENCY',
      `The plan is priced in ${other.plan.currency}, the budget "${budget.name}" is in ${budget.currency}.`,
    );
  else refusals.push(...lacking.map((part) => roomRefusal(part.budget, part.needed)!));
  return [...refusals, ...approvalRefusals];
}

/** The same refusal at a field further down. */
function below({ code, message, field }: DomainError, path: readonly string[]): DomainError {
  return new DomainError(code, message, [...path, ...(field ?? [])]);
}
