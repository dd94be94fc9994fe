import type { LocalDay } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode, mayDecide } from '../people/second-person.js';
import { speaksForProvider, type Viewer } from '../people/viewer.js';
import type { Lifecycle } from './lifecycle.js';
import type { PlanDefinition } from './plan-definition.js';
import type { ServiceDefinition } from './service-definition.js';

export const SERVICE_VERSION_STATES = ['draft', 'proposed', 'published', 'replaced', 'withdrawn'] as const;
export type ServiceVersionState = (typeof SERVICE_VERSION_STATES)[number];

/** A version about which somebody decides. */
export interface DecidableServiceVersion {
  readonly number: number;
  readonly state: ServiceVersionState;
  /** Everybody who drafted or changed it. */
  readonly writtenByIds: readonly string[];
  readonly proposedById: string | null;
}

/** @throws {DomainError} `NOT_A_DRAFT`: what has been proposed is no longer changed. */
export function assertDraftVersion({ number, state }: DecidableServiceVersion): void {
  if (state === 'draft') return;
  throw new DomainError('NOT_A_DRAFT', `Version ${number} is ${state}; draft a new version to change the service.`);
}

/** @throws {DomainError} `VERSION_OPEN` when a version waits to be finished or decided already. */
export function assertNoVersionOpen(open: DecidableServiceVersion | null): void {
  if (!open) return;
  const state = open.state === 'draft' ? 'a draft' : 'proposed';
  throw new DomainError('VERSION_OPEN', `Version ${open.number} is still ${state}; finish or withdraw it first.`);
}

/** @throws {DomainError} `NOT_OPEN` once the version is published or withdrawn. */
export function assertWithdrawable({ number, state }: DecidableServiceVersion): void {
  if (isOpen(state)) return;
  throw new DomainError('NOT_OPEN', `Version ${number} is ${state}; only a draft or a proposal is withdrawn.`);
}

/** Whether the version is still in the making; of a service there is one at most. */
export const isOpen = (state: ServiceVersionState): boolean => state === 'draft' || state === 'proposed';

/**
 * Two pairs of eyes see what customers are offered, and none of them looks for a provider.
 *
 * @throws {DomainError} `NOT_PROPOSED`, `PROVIDER_CONTACT` or `SECOND_PERSON_NEEDED`.
 */
export function publishVersion(
  version: DecidableServiceVersion,
  viewer: Viewer,
  administratorsEver: number,
): DecisionMode {
  if (version.state !== 'proposed') {
    const sentence = `Version ${version.number} is ${version.state}; only a proposed version is published.`;
    throw new DomainError('NOT_PROPOSED', sentence);
  }
  if (speaksForProvider(viewer))
    throw new DomainError('PROVIDER_CONTACT', "A provider's contact does not decide what is offered.");
  return decisionMode(viewer, { involved: involvedIn(version), administratorsEver });
}

/** Whether {@link publishVersion} would let the viewer decide. */
export function mayPublishVersion(
  version: DecidableServiceVersion,
  viewer: Viewer,
  administratorsEver: number,
): boolean {
  return (
    version.state === 'proposed' &&
    !speaksForProvider(viewer) &&
    mayDecide(viewer, { involved: involvedIn(version), administratorsEver })
  );
}

const involvedIn = ({ proposedById, writtenByIds }: DecidableServiceVersion) => [proposedById, ...writtenByIds];

/** A plan that the service has, or had. */
export interface KnownPlan {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly ended: boolean;
  /** Whether it was retired, for good, or it is decided that it will be. */
  readonly retires?: boolean;
  /** What it takes the place of, where that is decided; null = nothing. */
  readonly replaces?: { readonly name: string; readonly endsOn: LocalDay } | null;
}

/**
 * Whether a definition can take the place of what is offered now.
 *
 * @param path Where the definition stands.
 * @throws {DomainError} `LAST_PLAN`, `TAKES_PLACE`, `WRONG_LIFECYCLE` or `CURRENCY_FIXED`.
 */
export function assertOfferable(
  service: { readonly name: string; readonly lifecycle: Lifecycle },
  { plans }: ServiceDefinition,
  known: readonly KnownPlan[],
  today: LocalDay,
  path: readonly string[] = ['definition'],
): void {
  const isGone = (plan: PlanDefinition) =>
    hasEnded(plan, today) || known.some(({ slug, retires }) => retires && slug === plan.slug);
  // A service that never had a plan is there for those that rest on it.
  const isOrdered = plans.length > 0 || known.length > 0;
  if (service.lifecycle === 'live' && isOrdered && plans.every(isGone)) {
    const sentence = `${service.name} is live and has to keep a plan that can be ordered; retire the service instead.`;
    throw new DomainError('LAST_PLAN', sentence, [...path, 'plans']);
  }
  for (const { slug, name, replaces } of known) {
    const kept = plans.find((plan) => plan.slug === slug && !hasEnded(plan, today));
    if (!replaces || (kept && !kept.priceOnRequest)) continue;
    const keep = kept ? 'keep its prices' : 'keep it';
    const sentence = `${name} takes the place of ${replaces.name}, which ends on ${replaces.endsOn}; ${keep}, or undo that retirement first.`;
    throw new DomainError('TAKES_PLACE', sentence, [...path, 'plans']);
  }
  plans.forEach((plan, place) =>
    assertPlanOfferable(
      service,
      plan,
      known.find(({ slug }) => slug === plan.slug),
      [...path, 'plans', String(place)],
    ),
  );
}

function assertPlanOfferable(
  service: { readonly name: string; readonly lifecycle: Lifecycle },
  plan: PlanDefinition,
  known: KnownPlan | undefined,
  path: readonly string[],
): void {
  const closing = service.lifecycle === 'retiring' || service.lifecycle === 'retired';
  if (closing && (!known || known.ended) && plan.endsOn === null)
    throw new DomainError('WRONG_LIFECYCLE', `${service.name} is ${service.lifecycle} and gets no new plans.`, path);
  if (known && known.currency !== plan.currency) {
    const sentence = `${known.name} is priced in ${known.currency} for good; add another plan for ${plan.currency}.`;
    throw new DomainError('CURRENCY_FIXED', sentence, [...path, 'currency']);
  }
}

/** Whether a plan can no longer be ordered on a day. */
export function hasEnded({ endsOn }: Pick<PlanDefinition, 'endsOn'>, day: LocalDay): boolean {
  return endsOn !== null && endsOn < day;
}

/** What a new draft starts from: an older definition, without the days that have passed. */
export function draftOf(definition: ServiceDefinition, today: LocalDay): ServiceDefinition {
  const ahead = (day: LocalDay | null) => (day !== null && day > today ? day : null);
  return { ...definition, plans: definition.plans.map((plan) => ({ ...plan, pricesFrom: ahead(plan.pricesFrom) })) };
}
