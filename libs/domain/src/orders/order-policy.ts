import { DomainError } from '../domain-error.js';
import { covers, holdsSomewhere, isOutsider, reachOf, type Role, type Viewer } from '../people/viewer.js';
import { ORDER_MOVES, type OrderMove, type OrderParty, type OrderState, startsFrom } from './order-states.js';

/** Roles that read the orders paid by the units that they reach. */
const READERS: readonly Role[] = ['budgetOwner', 'btOffice', 'auditor'];

/** The viewer, and the teams in which they are today. */
export interface Colleague {
  readonly viewer: Viewer;
  readonly teamIds: readonly string[];
}

/** Who has to do with an order. */
export interface OrderParties {
  readonly state: OrderState;
  readonly requesterId: string;
  readonly beneficiaryId: string;
  /** Who pays. */
  readonly unitId: string;
  /** Budget owners who may decide. */
  readonly approverIds: readonly string[];
  /** The team that fulfils it; null until it is approved. */
  readonly teamId: string | null;
}

/** Whether the viewer orders anything at all. */
export function canOrder(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, ['requester']);
}

/** @throws {DomainError} `FORBIDDEN` unless the viewer orders for this unit. */
export function assertCanOrderFor(viewer: Viewer, unit: { readonly id: string; readonly name: string }): void {
  if (covers(reachOf(viewer, ['requester'], 'unit'), unit.id)) return;
  throw new DomainError('FORBIDDEN', `Only requesters of ${unit.name} order on its budget.`, ['unitId']);
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
  return startsFrom(move, order.state) && isParty(colleague, order, ORDER_MOVES[move].by);
}

/** @throws {DomainError} `FORBIDDEN` when the move is somebody else's to make. */
export function assertCanMoveOrder(colleague: Colleague, order: OrderParties, move: OrderMove): void {
  const { by, does } = ORDER_MOVES[move];
  if (isParty(colleague, order, by)) return;
  throw new DomainError('FORBIDDEN', `Only ${PARTY_WORDS[by]} ${does} this order.`);
}

/** @throws {DomainError} `FORBIDDEN` when it is not the viewer's draft. */
export function assertOwnOrder(viewer: Viewer, order: OrderParties): void {
  if (order.requesterId === viewer.personId) return;
  throw new DomainError('FORBIDDEN', 'Only the requester changes this order.');
}

/** Who acts next: persons, or the team as a whole; nobody once the order has ended. */
export function nextOf(order: OrderParties & { readonly assigneeId: string | null }): {
  readonly personIds: readonly string[];
  readonly teamId: string | null;
} {
  switch (order.state) {
    case 'draft':
    case 'submitted':
    case 'delivered':
      return { personIds: [order.requesterId], teamId: null };
    case 'awaitingApproval':
      return { personIds: order.approverIds, teamId: null };
    case 'approved':
      return { personIds: [], teamId: order.teamId };
    case 'fulfilling':
      return { personIds: order.assigneeId ? [order.assigneeId] : [], teamId: null };
    default:
      return { personIds: [], teamId: null };
  }
}

const PARTY_WORDS: Readonly<Record<OrderParty, string>> = {
  requester: 'the requester',
  approver: 'a named approver who is still a budget owner',
  team: 'the team of the service',
};

function isParty(colleague: Colleague, order: OrderParties, party: OrderParty): boolean {
  const { personId } = colleague.viewer;
  if (isOutsider(colleague.viewer)) return false;
  if (party === 'requester') return order.requesterId === personId;
  if (party === 'team') return worksOn(colleague, order);
  return approves(colleague.viewer, order);
}

/** Never one's own order, whoever was named. */
function approves(viewer: Viewer, { approverIds, requesterId, beneficiaryId, unitId }: OrderParties): boolean {
  return (
    approverIds.includes(viewer.personId) &&
    viewer.personId !== requesterId &&
    viewer.personId !== beneficiaryId &&
    covers(reachOf(viewer, ['budgetOwner'], 'unit'), unitId)
  );
}

function worksOn(colleague: Colleague, { teamId }: OrderParties): boolean {
  return covers(workReach(colleague), teamId);
}

/** Whether there is work to fulfil for the viewer at all. */
export function canFulfil({ viewer, teamIds }: Colleague): boolean {
  return holdsSomewhere(viewer, ['fulfiller']) || (teamIds.length > 0 && !isOutsider(viewer));
}

/** Whether the viewer may come to decide on orders. */
export function canApproveOrders(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, ['budgetOwner']);
}
