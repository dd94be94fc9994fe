import type { Lifecycle } from '../catalog/lifecycle.js';
import { DomainError } from '../domain-error.js';
import type { Viewer } from '../people/viewer.js';
import { type BudgetStand, roomRefusal } from './budget.js';
import { canOrder } from './order-policy.js';

/** What the rules of a submission look at. */
export interface SubmissionFacts {
  readonly service: { readonly name: string; readonly lifecycle: Lifecycle };
  readonly plan: { readonly name: string; readonly currency: string; readonly endedAt: Date | null };
  readonly unit: { readonly name: string; readonly endedAt: Date | null };
  /** The nearest budget up the unit tree that holds today; null = none. */
  readonly budget: BudgetStand | null;
  /** What would be reserved. */
  readonly total: string;
  /** Whether a team manages the service today. */
  readonly hasTeam: boolean;
  /** How many budget owners could decide. */
  readonly approvers: number;
}

/** Why an order would not be taken now, a sentence for each rule; empty when it would be. */
export function submissionRefusals(facts: SubmissionFacts): DomainError[] {
  return [...offerRefusals(facts), ...moneyRefusals(facts)];
}

/** @throws {DomainError} The first of {@link submissionRefusals}. */
export function assertSubmittable(facts: SubmissionFacts): void {
  const [first] = submissionRefusals(facts);
  if (first) throw first;
}

/** Why nobody can order a service now; null when it can be ordered. */
export function offerRefusal(
  service: SubmissionFacts['service'],
  { hasTeam, plans }: { readonly hasTeam: boolean; readonly plans: number },
): DomainError | null {
  const { name, lifecycle } = service;
  if (lifecycle !== 'live')
    return new DomainError('SERVICE_NOT_LIVE', `${name} is ${lifecycle}; only live services are ordered.`);
  if (plans === 0) return new DomainError('NO_PLAN', `${name} has no plan that can be ordered.`);
  return hasTeam
    ? null
    : new DomainError('NO_TEAM', `No team manages ${name} today, so nobody could fulfil the order.`);
}

/** Why the viewer cannot order a service now; null when they can. */
export function orderRefusal(
  viewer: Viewer,
  service: SubmissionFacts['service'],
  offer: { readonly hasTeam: boolean; readonly plans: number },
): DomainError | null {
  if (!canOrder(viewer)) return new DomainError('FORBIDDEN', 'Only requesters order services.');
  return offerRefusal(service, offer);
}

function offerRefusals({ service, plan, hasTeam }: SubmissionFacts): DomainError[] {
  const offer = offerRefusal(service, { hasTeam, plans: 1 });
  const ended =
    plan.endedAt && new DomainError('PLAN_ENDED', `The plan ${plan.name} has ended; choose another one.`, ['planId']);
  return [offer, ended].filter((refusal) => refusal !== null);
}

function moneyRefusals({ unit, plan, budget, total, approvers }: SubmissionFacts): DomainError[] {
  const refusals: DomainError[] = [];
  const refuse = (code: string, sentence: string) => refusals.push(new DomainError(code, sentence, ['unitId']));
  if (unit.endedAt) refuse('UNIT_ENDED', `${unit.name} has ended and pays for nothing new.`);
  if (!budget) refuse('NO_BUDGET', `Neither ${unit.name} nor a unit above it has a budget for today.`);
  else if (budget.currency !== plan.currency)
    refuse(
      'OTHER_CURRENCY',
      `The plan is priced in ${plan.currency}, the budget "${budget.name}" is in ${budget.currency}.`,
    );
  else refusals.push(...[roomRefusal(budget, total)].filter((refusal) => refusal !== null));
  if (approvers === 0)
    refuse(
      'NO_APPROVER',
      `Nobody can approve this order: neither ${unit.name} nor a unit above it has a budget owner who neither requests it nor receives it.`,
    );
  return refusals;
}
