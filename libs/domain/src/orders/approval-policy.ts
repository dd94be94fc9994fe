import type { LocalDay } from '../agreements/local-day.js';
import { addDays } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import type { ProposalState } from '../people/proposal.js';
import { assertDatesInOrder } from '../people/role-assignment.js';
import { holdsEverywhere, isOutsider, type Viewer } from '../people/viewer.js';
import { canSetBudget, type UnitPlace } from './budget-policy.js';

/** Seconds in which who decided may take it back. */
export const UNDO_SECONDS = 10;

/** Nobody is away for longer without their role being given to somebody else. */
const MOST_DAYS = 366;

/** Stages are added to a unit from above, as its budget is. */
export function canAddStages(viewer: Viewer, unit: UnitPlace): boolean {
  return canSetBudget(viewer, unit);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanAddStages(viewer: Viewer, unit: UnitPlace): void {
  if (canAddStages(viewer, unit)) return;
  const sentence = 'The BT office and budget owners of a unit above say who else approves its orders.';
  throw new DomainError('FORBIDDEN', sentence, ['unitId']);
}

export interface ProposedStages {
  readonly state: ProposalState;
  readonly proposedById: string;
}

/**
 * Four eyes: who proposed stages does not put them into force, and withdraws rather than refuses them.
 *
 * @throws {DomainError} `ALREADY_DECIDED` or `SECOND_PERSON_NEEDED`
 */
export function decideStages(
  { state, proposedById }: ProposedStages,
  { personId }: Viewer,
  approved: boolean,
): 'approved' | 'refused' | 'withdrawn' {
  if (state !== 'proposed') throw new DomainError('ALREADY_DECIDED', 'This proposal has been decided already.');
  if (!approved) return personId === proposedById ? 'withdrawn' : 'refused';
  if (personId !== proposedById) return 'approved';
  throw new DomainError('SECOND_PERSON_NEEDED', 'Somebody else has to decide this: you proposed it.');
}

/** Who decides in somebody's place, from a day to a day, both inclusive. */
export interface Absence {
  readonly personId: string;
  readonly substituteId: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** @throws {DomainError} `FORBIDDEN`, `OWN_SUBSTITUTE`, `DATES_REVERSED`, `IN_THE_PAST` or `TOO_LONG` */
export function assertAbsence(viewer: Viewer, { personId, substituteId, from, to }: Absence, today: LocalDay): void {
  assertCanSubstitute(viewer, personId);
  const refuse = (code: string, sentence: string, field: string) => new DomainError(code, sentence, [field]);
  if (personId === substituteId) throw refuse('OWN_SUBSTITUTE', 'Nobody stands in for themselves.', 'substituteId');
  if (substituteId === viewer.personId && personId !== viewer.personId)
    throw refuse('FORBIDDEN', 'Nobody makes themselves the substitute of somebody else.', 'substituteId');
  assertAbsenceDays({ from, to }, today);
}

/** @throws {DomainError} `DATES_REVERSED`, `IN_THE_PAST` or `TOO_LONG` */
export function assertAbsenceDays({ from, to }: Pick<Absence, 'from' | 'to'>, today: LocalDay): void {
  assertDatesInOrder(from, to);
  if (to < today) throw new DomainError('IN_THE_PAST', 'The last day has passed already.', ['to']);
  if (to > addDays(from, MOST_DAYS))
    throw new DomainError('TOO_LONG', 'A substitute stands in for a year at most.', ['to']);
}

/** A substitute whom somebody else names for who is away. */
export interface ProposedSubstitute {
  readonly state: ProposalState;
  readonly personId: string;
  readonly substituteId: string;
  readonly byId: string;
  readonly endedAt: Date | null;
}

/** Four eyes: who is away says yes or no, or else somebody who neither proposed it nor would decide. */
export function canDecideSubstitute(
  viewer: Viewer,
  { state, personId, substituteId, byId, endedAt }: ProposedSubstitute,
): boolean {
  if (state !== 'proposed' || endedAt !== null || isOutsider(viewer)) return false;
  if (viewer.personId === byId || viewer.personId === substituteId) return false;
  return viewer.personId === personId || canConfirmSubstitutes(viewer);
}

/** Whether the viewer confirms substitutes that others propose for others. */
export function canConfirmSubstitutes(viewer: Viewer): boolean {
  return holdsEverywhere(viewer, ['administrator', 'btOffice']);
}

/** @throws {DomainError} `ALREADY_DECIDED`, `SECOND_PERSON_NEEDED` or `FORBIDDEN` */
export function assertCanDecideSubstitute(viewer: Viewer, proposed: ProposedSubstitute): void {
  if (canDecideSubstitute(viewer, proposed)) return;
  if (!canConfirmSubstitutes(viewer) && ![proposed.personId, proposed.byId].includes(viewer.personId))
    throw new DomainError('FORBIDDEN', 'Who is away decides this, an administrator or the BT office.');
  if (proposed.state !== 'proposed' || proposed.endedAt !== null)
    throw new DomainError('ALREADY_DECIDED', 'This has been decided already.');
  throw new DomainError(
    'SECOND_PERSON_NEEDED',
    'Somebody else has to decide this: you proposed it, or you would decide.',
  );
}

/** What holds ends by who is away, or by an administrator; what is only proposed is withdrawn by who proposed it. */
export function canEndSubstitute(viewer: Viewer, { state, personId, byId, endedAt }: ProposedSubstitute): boolean {
  if (endedAt !== null) return false;
  if (state === 'proposed') return viewer.personId === byId;
  return state === 'approved' && canSubstitute(viewer, personId);
}

/** @throws {DomainError} `ALREADY_ENDED` or `FORBIDDEN` */
export function assertCanEndSubstitute(viewer: Viewer, substitution: ProposedSubstitute): void {
  if (canEndSubstitute(viewer, substitution)) return;
  const isTheirs = [substitution.personId, substitution.byId].includes(viewer.personId);
  if (!isTheirs && !canSubstitute(viewer, substitution.personId))
    throw new DomainError('FORBIDDEN', 'Who is away ends this, or an administrator.');
  if (substitution.endedAt === null && substitution.state === 'proposed')
    throw new DomainError('FORBIDDEN', 'Who proposed this withdraws it; others decide on it.');
  throw new DomainError('ALREADY_ENDED', 'This has ended already.');
}

/** Everybody names their own substitute; an administrator proposes one for whoever cannot. */
export function canSubstitute(viewer: Viewer, personId: string): boolean {
  if (isOutsider(viewer)) return false;
  return viewer.personId === personId || holdsEverywhere(viewer, ['administrator']);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanSubstitute(viewer: Viewer, personId: string): void {
  if (canSubstitute(viewer, personId)) return;
  throw new DomainError('FORBIDDEN', 'Everybody names their own substitute; administrators propose one for others.', [
    'personId',
  ]);
}

/** @throws {DomainError} `TOO_LATE` when a decision cannot be taken back any more. */
export function assertCanUndo({ decidedAt, at, isLatest }: { decidedAt: Date; at: Date; isLatest: boolean }): void {
  if (isLatest && at.getTime() - decidedAt.getTime() <= UNDO_SECONDS * 1000) return;
  throw new DomainError(
    'TOO_LATE',
    `A decision is taken back within ${UNDO_SECONDS} seconds, and only until somebody acts on it.`,
  );
}
