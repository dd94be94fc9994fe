import type { Role, ScopeKind } from '../people/viewer.js';
import type { ApproverSource } from './approval-rule.js';

/** A role in force, and for what. */
export interface RoleHolder {
  readonly personId: string;
  readonly role: Role;
  readonly kind: ScopeKind;
  /** null for the whole organisation. */
  readonly scopeId: string | null;
}

/** What a stage is about: approvers are looked for from here outwards. */
export interface ApprovalPlace {
  /** The unit that pays, its parent, and so on up to the root. */
  readonly unitPath: readonly string[];
  readonly serviceId: string | null;
  readonly serviceOwnerId: string | null;
  readonly providerId: string | null;
}

/** Whom a place knows on a day; all of them work here still. */
export interface KnownPeople {
  readonly holders: readonly RoleHolder[];
  /** Members of teams, by the slug of the team. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/**
 * Who is asked by a stage: for a role, those of the nearest place that has any who may decide. Nobody decides on what
 * they request or receive.
 *
 * @returns Ids of persons, each once; empty when nobody is left.
 */
export function askedBy(
  sources: readonly ApproverSource[],
  place: ApprovalPlace,
  people: KnownPeople,
  concerned: readonly string[],
): string[] {
  const free = (ids: readonly string[]) => ids.filter((id) => !concerned.includes(id));
  const found = sources.flatMap((source) => {
    const groups = ladderOf(source, place, people).map(free);
    return groups.find((group) => group.length > 0) ?? [];
  });
  return [...new Set(found)].sort();
}

/** Whether the person would be one of those who could be asked, near or far. */
export function couldBeAsked(
  personId: string,
  sources: readonly ApproverSource[],
  place: ApprovalPlace,
  people: KnownPeople,
): boolean {
  return sources.some((source) => ladderOf(source, place, people).some((group) => group.includes(personId)));
}

/** Groups of people, the nearest first. */
function ladderOf(source: ApproverSource, place: ApprovalPlace, { holders, members }: KnownPeople): string[][] {
  const held = (role: Role, kind: ScopeKind, id: string | null) =>
    holders
      .filter((holder) => holder.role === role && holder.kind === kind && holder.scopeId === id)
      .map(({ personId }) => personId);
  const upwards = (role: Role) => place.unitPath.map((unitId) => held(role, 'unit', unitId));
  switch (source.kind) {
    case 'budgetOwner':
      return [...upwards('budgetOwner'), held('budgetOwner', 'organisation', null)];
    case 'serviceOwner':
      return [place.serviceOwnerId ? [place.serviceOwnerId] : []];
    case 'provider':
      return [place.providerId ? held('providerContact', 'provider', place.providerId) : []];
    case 'team':
      return [[...(members.get(source.team) ?? [])]];
    case 'role': {
      const { role, within } = source;
      const organisation = held(role, 'organisation', null);
      if (within === 'organisation') return [organisation];
      if (within === 'unit') return [...upwards(role), organisation];
      return [held(role, 'service', place.serviceId), held(role, 'provider', place.providerId), organisation];
    }
  }
}
