import type { Lifecycle } from '../catalog/lifecycle.js';
import { DomainError } from '../domain-error.js';
import type { Viewer } from '../people/viewer.js';
import type { OrderKind } from './order-kinds.js';
import { canOrder } from './order-policy.js';

export interface OrderableService {
  readonly name: string;
  readonly lifecycle: Lifecycle;
}

/** A plan of which it is decided that it ends. */
export interface PlanRetiring {
  /** The first day without new orders. */
  readonly closesOn: string;
  readonly endsOn: string;
  /** Name of the plan that takes its place. */
  readonly successor: string | null;
}

/** Why nobody can order a service now; null when it can be ordered. */
export function offerRefusal(
  service: OrderableService,
  { hasTeam, plans }: { readonly hasTeam: boolean; readonly plans: number },
): DomainError | null {
  const { name, lifecycle } = service;
  if (lifecycle !== 'live')
    return new DomainError('SERVICE_NOT_LIVE', `${name} is ${lifecycle}; only live services are ordered.`);
  if (plans === 0) return new DomainError('NO_PLAN', `${name} has no plan that can be ordered.`);
  return hasTeam ? null : noTeam(name);
}

const NO_REQUESTER = 'Only requesters order services; ask one of your unit, or an administrator for the role.';

/** Why the viewer cannot order a service now; null when they can. */
export function orderRefusal(
  viewer: Viewer,
  service: OrderableService,
  offer: { readonly hasTeam: boolean; readonly plans: number },
  entitlement: DomainError | null = null,
  kinds: readonly OrderKind[] = [],
): DomainError | null {
  if (!canOrder(viewer, kinds)) return new DomainError('FORBIDDEN', NO_REQUESTER);
  return entitlement ?? offerRefusal(service, offer);
}

/** Why a plan that retires takes no order anew; null while it does. */
export function closedRefusal(
  plan: { readonly name: string },
  retiring: PlanRetiring | null,
  today: string,
): DomainError | null {
  if (retiring === null || today < retiring.closesOn) return null;
  const instead = insteadOf(retiring);
  return new DomainError('RETIRING', `${plan.name} ends on ${retiring.endsOn} and takes no new orders${instead}.`, [
    'planId',
  ]);
}

/** Why nobody has a plan that retires from a day on; null while they may. */
export function endsBeforeRefusal(
  { name }: { readonly name: string },
  retiring: PlanRetiring | null,
  beginsOn: string,
): DomainError | null {
  if (retiring === null || beginsOn <= retiring.endsOn) return null;
  const sentence = `${name} ends on ${retiring.endsOn}, before this would begin${insteadOf(retiring)}.`;
  return new DomainError('ENDS_BEFORE', sentence, ['startOn']);
}

/** What takes its place, at the end of a sentence. */
const insteadOf = ({ successor }: PlanRetiring): string => (successor ? `; ${successor} takes its place` : '');

/** Nobody could work on it. */
export const noTeam = (name: string) =>
  new DomainError('NO_TEAM', `No team manages ${name} today, so nobody could fulfil the order.`);
