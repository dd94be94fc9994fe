import { DomainError } from '../domain-error.js';
import { covers, holdsSomewhere, isOutsider, reachOf, type Role, type Viewer } from '../people/viewer.js';
import type { ApproverSource } from './approval-rule.js';
import type { OrderKind } from './order-kinds.js';
import { moveOf, type OrderMove } from './order-moves.js';
import { type OrderStanding, startsFrom } from './order-standing.js';
import type { OrderParty } from './order-states.js';
import { deliveryRefusal, nextOfWork, startRefusal, type TaskStanding } from './order-work.js';

/** Roles that read the orders paid by the units that they reach. */
const READERS: readonly Role[] = ['budgetOwner', 'btOffice', 'auditor'];

/** Roles that act in the stead of a requester who has left. */
const DEPUTIES: readonly Role[] = ['budgetOwner', 'btOffice'];

/** The viewer, and the teams in which they are today. */
export interface Colleague {
  readonly viewer: Viewer;
  readonly teamIds: readonly string[];
}

/** Who has an interest in what an order asks for. */
export interface Concerned {
  readonly requesterId: string;
  readonly beneficiaryId: string;
  /** Who has, and who answers for, the subscriptions that it is about. */
  readonly subscriberIds: readonly string[];
}

/** Who never decides on the order. */
export const concernedBy = ({ requesterId, beneficiaryId, subscriberIds }: Concerned): string[] => [
  requesterId,
  beneficiaryId,
  ...subscriberIds,
];

/** Who has to do with an order. */
export interface OrderParties extends OrderStanding, Concerned {
  /** Who pays. */
  readonly unitId: string;
  /** Who is asked to approve it or was, and who stands in for them. */
  readonly approverIds: readonly string[];
  /** The teams that fulfil its items, or did; none until there is work. */
  readonly teamIds: readonly string[];
  /** What is to be done, or has failed. */
  readonly tasks: readonly TaskStanding[];
  readonly requesterLeft: boolean;
  readonly beneficiaryLeft: boolean;
}

/** What who pays orders too, also without being a requester: never more. */
const LESS: readonly OrderKind[] = ['suspend', 'terminate'];

const isLess = (kinds: readonly OrderKind[]) => kinds.length > 0 && kinds.every((kind) => LESS.includes(kind));

/** Whether the viewer orders anything of these kinds at all. */
export function canOrder(viewer: Viewer, kinds: readonly OrderKind[] = []): boolean {
  return holdsSomewhere(viewer, ['requester']) || (isLess(kinds) && holdsSomewhere(viewer, ['budgetOwner']));
}

/** Why the viewer does not order on the budget of this unit; null when they do. */
export function orderingRefusal(
  viewer: Viewer,
  unit: { readonly id: string; readonly name: string },
  kinds: readonly OrderKind[] = [],
): DomainError | null {
  if (covers(reachOf(viewer, ['requester'], 'unit'), unit.id)) return null;
  if (!isLess(kinds))
    return new DomainError('FORBIDDEN', `Only requesters of ${unit.name} order on its budget.`, ['unitId']);
  if (covers(reachOf(viewer, ['budgetOwner'], 'unit'), unit.id)) return null;
  const sentence = `Only requesters and budget owners of ${unit.name} end or suspend what it pays.`;
  return new DomainError('FORBIDDEN', sentence, ['unitId']);
}

/** @throws {DomainError} `FORBIDDEN` unless the viewer orders for this unit. */
export function assertCanOrderFor(
  viewer: Viewer,
  unit: { readonly id: string; readonly name: string },
  kinds: readonly OrderKind[] = [],
): void {
  const refusal = orderingRefusal(viewer, unit, kinds);
  if (refusal) throw refusal;
}

/** A draft is its requester's alone; then everybody who has to do with the order reads it. */
export function canSeeOrder({ viewer, teamIds }: Colleague, order: OrderParties): boolean {
  if (isOutsider(viewer)) return false;
  if (order.requesterId === viewer.personId) return true;
  if (order.state === 'draft') return false;
  return (
    order.beneficiaryId === viewer.personId ||
    order.approverIds.includes(viewer.personId) ||
    worksOn({ viewer, teamIds }, order) ||
    covers(reachOf(viewer, READERS, 'unit'), order.unitId)
  );
}

/** Whoever has to do with an order that is no draft speaks about it; an auditor reads and says nothing. */
export function canCommentOnOrder(colleague: Colleague, order: OrderParties): boolean {
  const roles = colleague.viewer.roles.filter(({ role }) => role !== 'auditor');
  const speaker = { ...colleague, viewer: { ...colleague.viewer, roles } };
  return order.state !== 'draft' && canSeeOrder(colleague, order) && canSeeOrder(speaker, order);
}

/** What of the orders a viewer reads, for a query that filters rows by {@link canSeeOrder}. */
export function orderReach({ viewer, teamIds }: Colleague) {
  const units = reachOf(viewer, READERS, 'unit');
  return { personId: viewer.personId, outsider: isOutsider(viewer), units, teams: workReach({ viewer, teamIds }) };
}

/** The teams whose work the viewer does. */
export function workReach({ viewer, teamIds }: Colleague): 'all' | readonly string[] {
  const reach = reachOf(viewer, ['fulfiller'], 'team');
  return reach === 'all' ? reach : [...reach, ...teamIds];
}

/** Whether the viewer makes the move on this order, as it stands. */
export function canMoveOrder(colleague: Colleague, order: OrderParties, move: OrderMove): boolean {
  return startsFrom(move, order) && partyOf(colleague, order, move) !== null && !workRefusal(colleague, order, move);
}

/** As what the viewer would make the move; null when it is not theirs to make. */
export function partyOf(colleague: Colleague, order: OrderParties, move: OrderMove): OrderParty | null {
  return moveOf(move).by.find((party) => isParty(colleague, order, party)) ?? null;
}

/**
 * As what the viewer makes the move.
 *
 * @throws {DomainError} `FORBIDDEN` when the move is somebody else's to make, `WRONG_STATE` for work that is taken, or
 *   that cannot be finished at once.
 */
export function assertCanMoveOrder(colleague: Colleague, order: OrderParties, move: OrderMove): OrderParty {
  const party = partyOf(colleague, order, move);
  const refusal = party && workRefusal(colleague, order, move);
  if (refusal) throw refusal;
  if (party) return party;
  const { by, does } = moveOf(move);
  const persons = by.length > 1 ? by.filter((name) => name !== 'nobody') : by;
  const who = persons.map((name) => (name === 'requester' && order.requesterLeft ? DEPUTY_WORDS : PARTY_WORDS[name]));
  throw new DomainError('FORBIDDEN', `Only ${who.join(' or ')} ${does} this order.`);
}

/** @throws {DomainError} `FORBIDDEN` when it is not the viewer's draft. */
export function assertOwnOrder(viewer: Viewer, order: OrderParties): void {
  if (order.requesterId === viewer.personId) return;
  throw new DomainError('FORBIDDEN', 'Only the requester changes this order.');
}

/**
 * Who acts next: persons, or teams as a whole; nobody once the order has ended, or until a day comes.
 *
 * @param deputyIds Who acts where requester and beneficiary have left.
 */
export function nextOf(
  order: OrderParties,
  deputyIds: readonly string[] = [],
): {
  readonly personIds: readonly string[];
  readonly teamIds: readonly string[];
} {
  switch (order.state) {
    case 'draft':
      return { personIds: [order.requesterId], teamIds: [] };
    case 'needsInformation':
    case 'delivered': {
      const { requesterId, beneficiaryId } = order;
      if (waitsForDeputies(order)) return { personIds: deputyIds, teamIds: [] };
      return { personIds: [order.requesterLeft ? beneficiaryId : requesterId], teamIds: [] };
    }
    case 'awaitingApproval':
      return { personIds: order.approverIds, teamIds: [] };
    case 'approved':
    case 'fulfilling':
    case 'onHold':
      return nextOfWork(order.tasks);
    // What was done may still have to be undone.
    default:
      return nextOfWork(order.tasks.filter(({ isUndo }) => isUndo));
  }
}

/** Whether an order waits for people of whom all have left, so that others act in their stead. */
export function waitsForDeputies({ state, requesterLeft, beneficiaryLeft }: OrderParties): boolean {
  return (state === 'needsInformation' || state === 'delivered') && requesterLeft && beneficiaryLeft;
}

/**
 * What is said of an order that waits while nobody is left who could act.
 *
 * @param stage The open stage of its approval; null in every other state.
 */
export function stuckSentence(stage: { readonly sources: readonly ApproverSource[] } | null): string {
  if (!stage) return 'Everybody for whom this order waits has left; the BT office names a budget owner.';
  const isOwners = stage.sources.some(({ kind }) => kind === 'budgetOwner');
  return `Nobody can decide; the BT office names ${isOwners ? 'a budget owner' : 'somebody who can'}.`;
}

const DEPUTY_WORDS = 'who receives it, a budget owner of its unit or the BT office, since the requester has left,';

const PARTY_WORDS: Readonly<Record<OrderParty, string>> = {
  requester: 'the requester',
  approver: 'who is asked to approve it, and neither requests nor receives it,',
  team: 'the team of the service',
  nobody: 'a rule or a date',
};

function isParty(colleague: Colleague, order: OrderParties, party: OrderParty): boolean {
  const { personId } = colleague.viewer;
  if (isOutsider(colleague.viewer)) return false;
  switch (party) {
    case 'requester':
      return order.requesterId === personId || standsInForRequester(colleague.viewer, order);
    case 'team':
      return worksOn(colleague, order);
    case 'approver':
      return approves(colleague.viewer, order);
    case 'nobody':
      return false;
  }
}

/** Once the requester has left: who receives it, and who answers for the money. A draft is nobody else's. */
function standsInForRequester(viewer: Viewer, order: OrderParties): boolean {
  if (!order.requesterLeft || order.state === 'draft') return false;
  return order.beneficiaryId === viewer.personId || covers(reachOf(viewer, DEPUTIES, 'unit'), order.unitId);
}

/** Why the work does not let the team start or deliver the order as a whole; null when it does. */
function workRefusal(colleague: Colleague, order: OrderParties, move: OrderMove): DomainError | null {
  const reach = workReach(colleague);
  if (move === 'start' && startsFrom(move, order)) return startRefusal(order.tasks, reach);
  if (move === 'deliver' && startsFrom(move, order)) return deliveryRefusal(order.tasks, reach);
  return null;
}

/** Never one's own order, whoever was asked. Whose turn it is, its stages say. */
function approves({ personId }: Viewer, order: OrderParties): boolean {
  return order.approverIds.includes(personId) && !concernedBy(order).includes(personId);
}

function worksOn(colleague: Colleague, { teamIds }: OrderParties): boolean {
  const reach = workReach(colleague);
  return teamIds.some((teamId) => covers(reach, teamId));
}

/** Whether there is work to fulfil for the viewer at all. */
export function canFulfil({ viewer, teamIds }: Colleague): boolean {
  return holdsSomewhere(viewer, ['fulfiller']) || (teamIds.length > 0 && !isOutsider(viewer));
}

/** Whether the viewer may come to decide on orders. */
export function canApproveOrders(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, ['budgetOwner']);
}
