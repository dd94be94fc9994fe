import { DomainError } from '../domain-error.js';
import {
  covers,
  holdsEverywhere,
  holdsSomewhere,
  isOutsider,
  reachOf,
  type Reach,
  type Role,
  type Viewer,
} from '../people/viewer.js';
import { type Audience, belongingOf, isAmong } from './entitlement.js';
import { LIFECYCLE_MOVES, movesFrom, type Lifecycle, type LifecycleMove } from './lifecycle.js';

/** Who sees services before they are live and after they have retired. */
const INSIDERS: readonly Role[] = [
  'serviceManager',
  'serviceOwner',
  'vendorManager',
  'btOffice',
  'executive',
  'auditor',
];
const OWNERS: readonly Role[] = ['serviceOwner', 'btOffice'];
const OFFICE: readonly Role[] = ['btOffice'];

/** What decides who may do what with a service. */
export interface ServicePlace {
  readonly id: string;
  readonly lifecycle: Lifecycle;
  readonly ownerId: string | null;
  readonly unitId: string | null;
  readonly providerId: string | null;
}

/** A service with what decides who sees it in the catalog. */
export interface SeenPlace extends ServicePlace {
  /** null = everybody. */
  readonly seenBy?: Audience | null;
  /** Whether the viewer has it: what one uses, one sees. */
  readonly viewerSubscribes?: boolean;
}

/** Services by what they are, who delivers them, where they belong, and who owns them; any one is enough. */
export interface ServiceReach {
  readonly services: Reach;
  readonly providers: Reach;
  readonly units: Reach;
  /** null = owning a service gives nothing here. */
  readonly ownerId: string | null;
}

/** The services that one of the roles, or being the owner, reaches. */
export function serviceReach(viewer: Viewer, roles: readonly Role[]): ServiceReach {
  return {
    services: reachOf(viewer, roles, 'service'),
    providers: reachOf(viewer, roles, 'provider'),
    units: reachOf(viewer, roles, 'unit'),
    ownerId: roles.includes('serviceOwner') ? viewer.personId : null,
  };
}

/** The services that the viewer sees whatever their lifecycle; null for an outsider, who sees none in the catalog. */
export function insiderReach(viewer: Viewer): ServiceReach | null {
  return isOutsider(viewer) ? null : serviceReach(viewer, INSIDERS);
}

/** What customers see of the catalog, as far as the service's entitlement lets them. */
export const CUSTOMERS_SEE: readonly Lifecycle[] = ['live', 'retiring'];

export function canSeeService(viewer: Viewer, service: SeenPlace): boolean {
  const reach = insiderReach(viewer);
  return reach !== null && (isSeenByCustomer(viewer, service) || isReached(reach, service));
}

function isSeenByCustomer(viewer: Viewer, { id, lifecycle, seenBy = null, viewerSubscribes }: SeenPlace): boolean {
  const isTheirs = viewerSubscribes || viewer.delivers?.includes(id);
  return CUSTOMERS_SEE.includes(lifecycle) && (isTheirs || isAmong(seenBy, belongingOf(viewer)));
}

/** Whether the viewer reads what was offered before, and what is in the making. */
export function canSeeServiceVersions(viewer: Viewer, service: ServicePlace): boolean {
  const reach = insiderReach(viewer);
  return reach !== null && isReached(reach, service);
}

/** How services of a kind are sourced, paid and rewarded is nothing that a provider should know. */
export function canSeeArchetypes(viewer: Viewer): boolean {
  return !isOutsider(viewer);
}

export function canSeePrices(viewer: Viewer): boolean {
  return !isOutsider(viewer);
}

/** Whether the viewer manages any service at all, so that a client offers the screens for it. */
export function canManageServices(viewer: Viewer, ownsAny: boolean): boolean {
  return ownsAny || holdsSomewhere(viewer, OWNERS);
}

export function canChangeService(viewer: Viewer, service: ServicePlace): boolean {
  return isReached(serviceReach(viewer, OWNERS), service);
}

/** Lifecycles to which the viewer may move the service from where it stands; the rules of the move may still refuse. */
export function movesOpenTo(viewer: Viewer, service: ServicePlace): Lifecycle[] {
  return movesFrom(service.lifecycle)
    .filter((name) => canMove(viewer, service, name))
    .map((name) => LIFECYCLE_MOVES[name].to);
}

export function canChangeArchetypes(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, OFFICE);
}

/** Whether the viewer may propose a service, at least one of their own. */
export function canProposeServices(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, OWNERS);
}

/** Who owns a service that is proposed without naming an owner: the service owner themselves; the BT office leaves it open. */
export function proposedOwner(viewer: Viewer, named: string | null | undefined): string | null {
  return named ?? (holdsEverywhere(viewer, OFFICE) ? null : viewer.personId);
}

/** @throws {DomainError} `FORBIDDEN` unless the viewer owns services somewhere, and this one would be theirs to manage. */
export function assertCanProposeService(viewer: Viewer, service: ServicePlace): void {
  if (canProposeServices(viewer) && canChangeService(viewer, service)) return;
  throw new DomainError(
    'FORBIDDEN',
    'Service owners propose services within their scope or for themselves, the BT office any.',
  );
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanChangeService(viewer: Viewer, service: ServicePlace): void {
  if (canChangeService(viewer, service)) return;
  throw new DomainError('FORBIDDEN', 'Only the owner of this service and the BT office change it.');
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanMoveService(viewer: Viewer, service: ServicePlace, name: LifecycleMove): void {
  if (canMove(viewer, service, name)) return;
  const { decidedBy } = LIFECYCLE_MOVES[name];
  const who =
    decidedBy === 'office'
      ? 'the BT office decides'
      : decidedBy === 'owner'
        ? 'its owner and the BT office decide'
        : 'a retirement that two people agree on decides';
  throw new DomainError('FORBIDDEN', `Only ${who} whether this service is ${LIFECYCLE_MOVES[name].done}.`);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanOverrideArchetype(viewer: Viewer, service: ServicePlace): void {
  if (isReached(serviceReach(viewer, OFFICE), service)) return;
  throw new DomainError('FORBIDDEN', 'Only the BT office overrides the suggested archetype.');
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanChangeArchetypes(viewer: Viewer): void {
  if (!canChangeArchetypes(viewer)) throw new DomainError('FORBIDDEN', 'Only the BT office changes archetypes.');
}

function canMove(viewer: Viewer, service: ServicePlace, name: LifecycleMove): boolean {
  const { decidedBy } = LIFECYCLE_MOVES[name];
  if (decidedBy === 'retirement') return false;
  const roles = decidedBy === 'office' ? OFFICE : OWNERS;
  return isReached(serviceReach(viewer, roles), service);
}

function isReached({ services, providers, units, ownerId }: ServiceReach, service: ServicePlace): boolean {
  const isOwner = ownerId !== null && service.ownerId === ownerId;
  return (
    isOwner || covers(services, service.id) || covers(providers, service.providerId) || covers(units, service.unitId)
  );
}
