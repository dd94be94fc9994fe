import { DomainError } from '../domain-error.js';
import {
  covers,
  holdsEverywhere,
  holdsSomewhere,
  isOutsider,
  type Reach,
  reachOf,
  type Role,
  speaksForProvider,
  type Viewer,
} from '../people/viewer.js';
import type { AgreementKind } from './agreement-kind.js';

/** Roles that see what stands behind the promises, each within its scope. */
const INSIDERS: readonly Role[] = [
  'serviceManager',
  'serviceOwner',
  'vendorManager',
  'btOffice',
  'executive',
  'auditor',
];

const MANAGERS: Record<AgreementKind, readonly Role[]> = {
  sla: ['serviceManager', 'btOffice'],
  ola: ['vendorManager', 'btOffice'],
  uc: ['vendorManager', 'btOffice'],
};

/** What of an agreement decides who may do something with it. */
export interface AgreementSubject {
  kind: AgreementKind;
  providerId: string | null;
  /** The business unit that an SLA is made for. */
  customerId: string | null;
  createdById: string | null;
  /** Services that its commitments are about, in any version. */
  services: readonly ServiceSubject[];
}

/** `ours`: who makes promises to units, and who is promised something by providers. */
export const AGREEMENT_SIDES = ['ours', 'provider', 'customer'] as const;
export type AgreementSide = (typeof AGREEMENT_SIDES)[number];

/** From which side of the agreement the viewer reads what is owed under it. */
export function sideOfAgreement(viewer: Viewer, agreement: AgreementSubject): AgreementSide {
  const { kind, providerId, customerId } = agreement;
  if (kind !== 'sla') return covers(reachOf(viewer, ['providerContact'], 'provider'), providerId) ? 'provider' : 'ours';
  const units = reachOf(viewer, ['budgetOwner'], 'unit');
  const isCustomer = customerId === null ? units.length > 0 : covers(units, customerId);
  return isCustomer && !canManageAgreement(viewer, agreement) ? 'customer' : 'ours';
}

export interface ServiceSubject {
  id: string;
  unitId: string | null;
  providerId: string | null;
}

/** Which agreements a viewer sees. */
export interface AgreementVisibility {
  /** Everything, drafts too. */
  everything: boolean;
  /** SLAs that have come into force on services that customers see. */
  promises: boolean;
  /** Drafts too: agreements with these providers, on services of theirs, on these services, or on services of these units. */
  inScope: { providers: readonly string[]; services: readonly string[]; units: readonly string[] };
  /** OLAs and UCs in force with these providers, who are the viewer's own. */
  ownProviders: readonly string[];
  /** Agreements that this person drafted, drafts too; null = none. */
  draftedBy: string | null;
}

export function visibilityOf(viewer: Viewer): AgreementVisibility {
  return {
    everything: holdsEverywhere(viewer, INSIDERS),
    promises: !isOutsider(viewer),
    inScope: {
      providers: listOf(reachOf(viewer, INSIDERS, 'provider')),
      services: listOf(reachOf(viewer, INSIDERS, 'service')),
      units: listOf(reachOf(viewer, INSIDERS, 'unit')),
    },
    ownProviders: listOf(reachOf(viewer, ['providerContact'], 'provider')),
    draftedBy: canManageAgreements(viewer) ? viewer.personId : null,
  };
}

/**
 * Whether the viewer knows what is charged: who manages or oversees the agreement, who pays it, and at an external
 * company who is paid. A promise itself is read by many more.
 */
export function canSeeCharge(viewer: Viewer, agreement: AgreementSubject): boolean {
  const { kind, providerId, customerId, services } = agreement;
  const isOverseen = services.some(
    (service) =>
      covers(reachOf(viewer, INSIDERS, 'service'), service.id) ||
      covers(reachOf(viewer, INSIDERS, 'unit'), service.unitId) ||
      covers(reachOf(viewer, INSIDERS, 'provider'), service.providerId),
  );
  return (
    canManageAgreement(viewer, agreement) ||
    holdsEverywhere(viewer, INSIDERS) ||
    isOverseen ||
    covers(reachOf(viewer, INSIDERS, 'provider'), providerId) ||
    covers(reachOf(viewer, ['budgetOwner'], 'unit'), customerId) ||
    (kind === 'uc' && covers(reachOf(viewer, ['providerContact'], 'provider'), providerId))
  );
}

/** Whether the viewer may draft, change, propose and end the agreement. */
export function canManageAgreement(
  viewer: Viewer,
  { kind, providerId, createdById, services }: AgreementSubject,
): boolean {
  const roles = MANAGERS[kind];
  if (holdsEverywhere(viewer, roles)) return true;
  if (kind !== 'sla' && covers(reachOf(viewer, roles, 'provider'), providerId)) return true;
  if (services.length === 0) return createdById === viewer.personId && holdsSomewhere(viewer, roles);
  return services.every((service) => canPromiseOn(viewer, kind, service));
}

/** Whether the viewer may promise something about the service in an agreement of the kind. */
export function canPromiseOn(viewer: Viewer, kind: AgreementKind, service: ServiceSubject): boolean {
  const roles = MANAGERS[kind];
  return (
    covers(reachOf(viewer, roles, 'service'), service.id) || covers(reachOf(viewer, roles, 'unit'), service.unitId)
  );
}

/** Whether the viewer may begin an agreement of the kind; with a provider, only within reach of it. */
export function canDraftAgreement(viewer: Viewer, kind: AgreementKind, providerId: string | null): boolean {
  const roles = MANAGERS[kind];
  if (kind === 'sla' || holdsEverywhere(viewer, roles)) return holdsSomewhere(viewer, roles);
  return covers(reachOf(viewer, roles, 'provider'), providerId) || reachOf(viewer, roles, 'service').length > 0;
}

/** Whether there is any kind of agreement that the viewer may draft. */
export function canManageAgreements(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, [...MANAGERS.sla, ...MANAGERS.uc]);
}

/** Calendars are shared by services, so only whoever manages promises everywhere changes them; no provider's contact does. */
export function canManageCalendars(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['serviceManager', 'vendorManager', 'btOffice']) && !speaksForProvider(viewer);
}

export function canSeeCalendars(viewer: Viewer): boolean {
  return !isOutsider(viewer);
}

/** @throws {DomainError} When a policy said no. */
export function assertAllowed(allowed: boolean, what: string): void {
  if (!allowed) throw new DomainError('FORBIDDEN', `You may not ${what}.`);
}

const listOf = (reach: Reach): readonly string[] => (reach === 'all' ? [] : reach);
