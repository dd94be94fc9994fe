import { DomainError } from '../domain-error.js';
import type { ProposalState } from './proposal.js';
import { assertScopeFits } from './role-scopes.js';
import { decisionMode, type DecisionMode } from './second-person.js';
import type { Role, Scope, Viewer } from './viewer.js';

/** A role for a person, a scope and dates, both inclusive ('2026-11-22'); without `to` it is open. */
export interface RoleGrant {
  readonly personId: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly from: string;
  readonly to: string | null;
}

export interface RoleProposal {
  readonly personId: string;
  readonly proposedById: string | null;
  readonly state: ProposalState;
  readonly endedAt: Date | null;
}

/**
 * @param held What the person holds or is proposed for already, ended and refused ones left out.
 * @throws {DomainError} When the dates are reversed, the scope does not fit, or the same role overlaps one held.
 */
export function assertProposable(grant: RoleGrant, held: readonly RoleGrant[]): void {
  assertScopeFits(grant.role, grant.scope);
  assertDatesInOrder(grant.from, grant.to);
  if (held.some((other) => isSameRole(grant, other) && daysOverlap(grant, other))) {
    throw new DomainError('ALREADY_HELD', 'The person already holds this role then, or is proposed for it.', ['role']);
  }
}

/** @throws {DomainError} When it is decided already, or a second person has to decide. */
export function approveRole(proposal: RoleProposal, viewer: Viewer, administratorsEver: number): DecisionMode {
  assertUndecided(proposal);
  return decisionMode(viewer, { involved: [proposal.personId, proposal.proposedById], administratorsEver });
}

/** Whoever refuses their own proposal withdraws it. @throws {DomainError} When it is decided already. */
export function refuseRole(proposal: RoleProposal, viewer: Viewer): 'refused' | 'withdrawn' {
  assertUndecided(proposal);
  return proposal.proposedById === viewer.personId ? 'withdrawn' : 'refused';
}

/** @throws {DomainError} When the assignment is not in force, or has ended already. */
export function assertEndable({ state, endedAt }: RoleProposal): void {
  if (endedAt) throw new DomainError('ALREADY_ENDED', 'This role has ended already.');
  if (state !== 'approved') throw new DomainError('NOT_IN_FORCE', 'Only an approved role can be ended.');
}

/** @throws {DomainError} When the last day is before the first. */
export function assertDatesInOrder(from: string, to: string | null): void {
  if (to !== null && to < from) {
    throw new DomainError('DATES_REVERSED', 'The last day is before the first.', ['to']);
  }
}

/** Whether two ranges of days share a day. */
export function daysOverlap(one: DayRange, other: DayRange): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/** From a day to a day ('2026-11-22'), both inclusive; without `to` it is open. */
export interface DayRange {
  readonly from: string;
  readonly to: string | null;
}

function assertUndecided({ state }: RoleProposal): void {
  if (state !== 'proposed') throw new DomainError('ALREADY_DECIDED', 'This proposal has been decided already.');
}

function isSameRole(one: RoleGrant, other: RoleGrant): boolean {
  return one.role === other.role && one.scope.kind === other.scope.kind && one.scope.id === other.scope.id;
}
