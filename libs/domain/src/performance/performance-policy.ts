import type { AgreementKind } from '../agreements/agreement-kind.js';
import type { LocalDay } from '../agreements/local-day.js';
import {
  covers,
  holdsEverywhere,
  holdsSomewhere,
  isOutsider,
  reachOf,
  type Role,
  speaksForProvider,
  type Viewer,
} from '../people/viewer.js';
import { isPaidFor, type PaidTeam } from '../rewards/paid-teams.js';
import type { Days } from '../rewards/proration.js';
import { canSeeRewardsOf, type RewardReach, rewardReach } from '../rewards/reward-policy.js';

/** Roles that see what stands behind a figure, each within its scope. */
const INSIDERS: readonly Role[] = [
  'serviceManager',
  'serviceOwner',
  'vendorManager',
  'btOffice',
  'executive',
  'auditor',
];

/** Tickets name people and their troubles: executives read figures only. */
const TICKET_READERS: readonly Role[] = INSIDERS.filter((role) => role !== 'executive');

/** What of a service decides who may do something about its measurements. */
export interface MeasuredService {
  serviceId: string;
  unitId: string | null;
  serviceProviderId: string | null;
  /** The person who owns the service. */
  ownerId: string | null;
  /** Who owned it before, until the day on which it was handed on. */
  formerOwners: readonly { readonly personId: string; readonly until: LocalDay }[];
  /** Teams whose approved reward plans measure it; of a service, anything on it. */
  paidTeams: readonly PaidTeam[];
}

/** What of a commitment decides who sees its results, what stands behind them, and who acts on them. */
export interface JudgedCommitment extends MeasuredService {
  agreementKind: AgreementKind;
  /** Who is bound by an OLA or UC. */
  agreementProviderId: string | null;
  /** IANA zone of its periods. */
  timeZone: string;
}

/**
 * Whether the viewer owns the service, owned it on some days or since, is paid by what is measured on it on them, or speaks
 * for a provider.
 */
export function isMeasuredBy(
  viewer: Viewer,
  { ownerId, formerOwners, paidTeams }: MeasuredService,
  days: Days,
): boolean {
  return (
    ownerId === viewer.personId ||
    formerOwners.some(({ personId, until }) => personId === viewer.personId && until >= days.from) ||
    isPaidFor(viewer.personId, paidTeams, days) ||
    speaksForProvider(viewer)
  );
}

/** Whether the viewer sees outages, breaches, credits and the steps of the calculation. */
export function maySeeBehind(viewer: Viewer, commitment: JudgedCommitment): boolean {
  return reachesCommitment(viewer, INSIDERS, commitment) || isBoundBy(viewer, commitment);
}

/**
 * Whether the viewer sees how a figure came about; who sees the rewards made of it does, without tickets and credits.
 *
 * @param days Of the figure: who was paid sees those they were paid for. null = of any one.
 */
export function maySeeWhy(viewer: Viewer, commitment: JudgedCommitment, days: Days | null): boolean {
  const isPaid = (team: PaidTeam) =>
    days ? isPaidFor(viewer.personId, [team], days) : team.shares.some(({ personId }) => personId === viewer.personId);
  return (
    maySeeBehind(viewer, commitment) || commitment.paidTeams.some((team) => canSeeRewardsOf(viewer, team, isPaid(team)))
  );
}

/** Whether the viewer sees the single tickets behind a figure. */
export function maySeeTickets(viewer: Viewer, commitment: JudgedCommitment): boolean {
  return reachesCommitment(viewer, TICKET_READERS, commitment) || isBoundBy(viewer, commitment);
}

/** Whether the viewer records outages, counts and maintenance of the service. */
export function mayMeasure(viewer: Viewer, service: MeasuredService): boolean {
  return reachesService(viewer, ['serviceManager'], service);
}

/** Whether the viewer has holidays of a service calendar read: a service manager of everything, for calendars are shared. */
export function mayFollowHolidays(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['serviceManager']) && !speaksForProvider(viewer);
}

/** Whether there is a service at all whose outages, counts and maintenance the viewer may record. */
export function canMeasureSomething(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, ['serviceManager']);
}

/** Whether the viewer closes periods of the commitment, and restates closed ones. */
export function mayClose(viewer: Viewer, commitment: JudgedCommitment): boolean {
  return reachesService(viewer, ['serviceManager'], commitment);
}

/** Whether the viewer writes on the time of the commitment, and ends what was written: whoever manages its service. */
export function mayAnnotate(viewer: Viewer, commitment: JudgedCommitment): boolean {
  return reachesService(viewer, ['serviceManager'], commitment);
}

/** Whether the viewer says when periods close of agreements that do not say it themselves. */
export function canChangeUsualClosing(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['btOffice']);
}

/** Whether the viewer may ask that time does not count for the commitment. */
export function mayProposeExclusion(viewer: Viewer, commitment: JudgedCommitment): boolean {
  return (
    commitment.ownerId === viewer.personId || reachesService(viewer, ['serviceManager', 'serviceOwner'], commitment)
  );
}

/** Whether the viewer holds a role that decides on exclusions of the commitment; never on their own. */
export function mayDecideExclusion(viewer: Viewer, commitment: JudgedCommitment): boolean {
  return reachesCommitment(viewer, ['serviceManager', 'vendorManager', 'btOffice'], commitment);
}

/** Whether the viewer judges the past of the commitment under other terms: who negotiates on our side, never a provider. */
export function maySuppose(viewer: Viewer, commitment: JudgedCommitment): boolean {
  return reachesCommitment(viewer, INSIDERS, commitment) && !speaksForProvider(viewer);
}

/** What a viewer may read, for a query that filters rows by the rules above. */
export interface PerformanceReach {
  /** Everything. */
  everything: boolean;
  /** To whom published services promise, so that their SLAs are read; null = to nobody. */
  promisedTo: Viewer | null;
  services: readonly string[];
  units: readonly string[];
  /** Providers whose agreements and services the viewer oversees. */
  providers: readonly string[];
  /** Providers that the viewer speaks for: their own OLAs and UCs only. */
  ownProviders: readonly string[];
  /** Commitments that approved reward plans measure: of teams in reach, and of those that pay the person. */
  rewards: (RewardReach & { readonly personId: string }) | null;
}

/** Commitments whose verdicts the viewer sees. */
export function reachOfResults(viewer: Viewer): PerformanceReach {
  return {
    ...reachBehind(viewer),
    promisedTo: isOutsider(viewer) ? null : viewer,
    rewards: { ...rewardReach(viewer), personId: viewer.personId },
  };
}

/** Commitments behind whose verdicts the viewer sees. */
export function reachBehind(viewer: Viewer): PerformanceReach {
  return reachWith(viewer, INSIDERS);
}

/** Whether there is a commitment at all behind whose figures the viewer may see. */
export function canSeeEvidence(viewer: Viewer): boolean {
  const { everything, services, units, providers, ownProviders } = reachBehind(viewer);
  return everything || [services, units, providers, ownProviders].some((reach) => reach.length > 0);
}

/** Commitments whose single tickets the viewer sees. */
export function reachOfTickets(viewer: Viewer): PerformanceReach {
  return reachWith(viewer, TICKET_READERS);
}

/** Commitments whose periods the viewer closes. */
export function reachOfClosing(viewer: Viewer): PerformanceReach {
  return { ...reachWith(viewer, ['serviceManager']), ownProviders: [] };
}

/** Services whose sources the viewer sees: what they measure themselves, or audit. */
export function reachOfSources(viewer: Viewer): PerformanceReach {
  return { ...reachWith(viewer, ['serviceManager', 'auditor']), ownProviders: [] };
}

function reachWith(viewer: Viewer, roles: readonly Role[]): PerformanceReach {
  const list = (kind: 'service' | 'unit' | 'provider', of: readonly Role[] = roles) => {
    const reach = reachOf(viewer, of, kind);
    return reach === 'all' ? [] : reach;
  };
  return {
    everything: holdsEverywhere(viewer, roles),
    promisedTo: null,
    rewards: null,
    services: list('service'),
    units: list('unit'),
    providers: list('provider'),
    ownProviders: list('provider', ['providerContact']),
  };
}

function reachesService(viewer: Viewer, roles: readonly Role[], service: MeasuredService): boolean {
  return (
    covers(reachOf(viewer, roles, 'service'), service.serviceId) ||
    covers(reachOf(viewer, roles, 'unit'), service.unitId) ||
    covers(reachOf(viewer, roles, 'provider'), service.serviceProviderId)
  );
}

function reachesCommitment(viewer: Viewer, roles: readonly Role[], commitment: JudgedCommitment): boolean {
  return (
    reachesService(viewer, roles, commitment) ||
    covers(reachOf(viewer, roles, 'provider'), commitment.agreementProviderId)
  );
}

/** A provider's contact sees what its own provider is bound by, and nothing else. */
function isBoundBy(viewer: Viewer, { agreementKind, agreementProviderId }: JudgedCommitment): boolean {
  return agreementKind !== 'sla' && covers(reachOf(viewer, ['providerContact'], 'provider'), agreementProviderId);
}
