/** Roles a person can hold; each is assigned for a scope and dates. */
export const ROLES = [
  'requester',
  'budgetOwner',
  'fulfiller',
  'serviceOwner',
  'serviceManager',
  'vendorManager',
  'teamLead',
  'rewardOfficer',
  'btOffice',
  'executive',
  'auditor',
  'administrator',
  'providerContact',
] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_KINDS = ['organisation', 'unit', 'service', 'provider', 'team'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** Where a role holds. `id` names the unit, service, provider or team; the organisation has none. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string | null;
}

/** A role in force at the moment of the act. A unit's subtree is expanded into `ids`. */
export interface ActiveRole {
  readonly role: Role;
  readonly kind: ScopeKind;
  /** Every id the scope covers; empty for the whole organisation. */
  readonly ids: readonly string[];
}

/** The person who acts, with the roles in force now. */
export interface Viewer {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly ActiveRole[];
  /** Slugs of the unit that they belong to and of those above it. */
  readonly units?: readonly string[];
  /** Where they work, as the administrator writes it. */
  readonly location?: string | null;
  /** Ids of the services that their teams deliver today. */
  readonly delivers?: readonly string[];
}

/** What a role assignment reaches for one kind of thing: everything, or the ids named. */
export type Reach = 'all' | readonly string[];

/** Whether the viewer holds one of the roles for the whole organisation. */
export function holdsEverywhere(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.roles.some((held) => held.kind === 'organisation' && roles.includes(held.role));
}

/** Whether the viewer holds one of the roles anywhere at all. */
export function holdsSomewhere(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.roles.some((held) => roles.includes(held.role));
}

/** The units, services, providers or teams that the viewer reaches with one of the roles. */
export function reachOf(viewer: Viewer, roles: readonly Role[], kind: Exclude<ScopeKind, 'organisation'>): Reach {
  if (holdsEverywhere(viewer, roles)) return 'all';
  return viewer.roles.filter((held) => held.kind === kind && roles.includes(held.role)).flatMap((held) => held.ids);
}

/** Whether a reach covers an id; nothing is covered where there is no id. */
export function covers(reach: Reach, id: string | null | undefined): boolean {
  return reach === 'all' || (id != null && reach.includes(id));
}

/** Whether the viewer speaks for a provider now, whatever else they do here. */
export function speaksForProvider(viewer: Viewer): boolean {
  return viewer.roles.some(({ role, ids }) => role === 'providerContact' && ids.length > 0);
}

/**
 * Somebody outside: whoever holds, or held, the role of a provider's contact and no other.
 * They see their own provider, and nothing else of the enterprise.
 */
export function isOutsider(viewer: Viewer): boolean {
  return viewer.roles.length > 0 && viewer.roles.every(({ role }) => role === 'providerContact');
}
