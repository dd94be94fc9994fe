import * as fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import type { ActiveRole } from '../people/viewer.js';
import { book, budgetLeft, type BudgetStand } from './budget.js';
import type { BudgetEntryKind } from './budget-entry-kind.js';
import { moveOf, ORDER_MOVES, type OrderMove } from './order-moves.js';
import { assertCanMoveOrder, type Colleague, type OrderParties } from './order-policy.js';
import { moveOrder, replayOrder } from './order-standing.js';
import { ORDER_STATES } from './order-states.js';
import type { TaskStanding } from './order-work.js';
import type { TaskState } from './task-state.js';

const ACTIONS = 10_000;
const PLACES = 20;
const MOVES = Object.keys(ORDER_MOVES) as OrderMove[];
/** What ends an order unasked is rare, or no walk would get far. */
const RARE: readonly OrderMove[] = ['reject', 'fail', 'failItem', 'cancel', 'lapse', 'lapseItem', 'takeBack'];
/** Moves that make work without saying so. */
const MAKES_WORK: readonly OrderMove[] = ['approve', 'approveByRule', 'sendBack', 'sendBackItem'];
const OFFERED = MOVES.flatMap((move) => (RARE.includes(move) ? [move] : [move, move, move, move]));

const person = (personId: string, roles: ActiveRole[] = [], teamIds: string[] = []): Colleague => ({
  viewer: { personId, name: personId, roles },
  teamIds,
});
const owns: ActiveRole = { role: 'budgetOwner', kind: 'unit', ids: ['unit'] };
const orders: ActiveRole = { role: 'requester', kind: 'unit', ids: ['unit'] };

/** Nobody is a rule, a date or silence. The owner requests too: never may they approve what they asked for. */
const PEOPLE: readonly (Colleague | null)[] = [
  person('rita', [orders]),
  person('olga', [owns, orders]),
  person('otto', [owns]),
  person('tia', [], ['team']),
  person('guest'),
  null,
];

interface Walked {
  parties: OrderParties;
  moves: OrderMove[];
  approvedBy: string[];
  held: { reserved: number; committed: number };
}

/** An order and the budget that pays it, as the use cases move them, with the rules that they ask. */
class World {
  budget: BudgetStand = { name: 'Year', currency: 'EUR', amount: '1500', reserved: '0', committed: '0', spent: '0' };
  readonly orders: Walked[];

  constructor(requesters: readonly string[]) {
    this.orders = requesters.map((requesterId) => ({
      parties: {
        state: 'draft',
        resumesAs: null,
        cancellationAsked: false,
        requesterId,
        beneficiaryId: requesterId,
        subscriberIds: [],
        unitId: 'unit',
        approverIds: ['olga', 'otto'],
        teamIds: [],
        tasks: [],
        requesterLeft: false,
        beneficiaryLeft: false,
      },
      moves: [],
      approvedBy: [],
      held: { reserved: 0, committed: 0 },
    }));
  }

  /** Makes the move, or throws and changes nothing. */
  act(order: Walked, who: Colleague | null, move: OrderMove): void {
    if (who) assertCanMoveOrder(who, order.parties, move);
    // What webhooks do in the team's stead, the team does here.
    else if (!moveOf(move).by.includes('nobody') || moveOf(move).by.includes('team'))
      throw new DomainError('FORBIDDEN', 'Somebody has to.');
    const standing = moveOrder(order.parties, move);
    const { budget, held } = this.money(order, move);
    const { task } = moveOf(move);
    const work = task ?? (MAKES_WORK.includes(move) ? 'open' : undefined);
    this.budget = budget;
    const parties = { ...order.parties, ...standing, ...(work && { teamIds: ['team'], tasks: tasksIn(work) }) };
    Object.assign(order, { parties, held });
    order.moves.push(move);
    if (move === 'approve') order.approvedBy.push(who!.viewer.personId);
  }

  private money({ held }: Walked, move: OrderMove): { budget: BudgetStand; held: Walked['held'] } {
    let budget = this.budget;
    const post = (kind: BudgetEntryKind, amount: number) => {
      if (amount > 0) budget = { ...budget, ...book(budget, kind, String(amount)) };
    };
    switch (moveOf(move).money) {
      case 'reserved':
        post('reserved', 100);
        if (move === 'retry') post('committed', 100);
        return { budget, held: move === 'retry' ? { reserved: 0, committed: 100 } : { reserved: 100, committed: 0 } };
      case 'committed':
        post('committed', held.reserved);
        return { budget, held: { reserved: 0, committed: held.committed + held.reserved } };
      case 'releasedPart': {
        const part = Math.min(10, held.committed);
        post('freed', part);
        return { budget, held: { ...held, committed: held.committed - part } };
      }
      case 'released':
        post('released', held.reserved);
        post('freed', held.committed);
        return { budget, held: { reserved: 0, committed: 0 } };
      default:
        return { budget, held };
    }
  }
}

/** One task, in the state that the work of an order takes. */
function tasksIn(state: TaskState): TaskStanding[] {
  if (state !== 'open' && state !== 'started') return [];
  const assigneeId = state === 'started' ? 'tia' : null;
  return [{ teamId: 'team', state, assigneeId, isAutomatic: false, isUndo: false }];
}

const AFTER_APPROVAL = ['approved', 'scheduled', 'fulfilling', 'onHold', 'delivered', 'completed', 'failed'];

it('10,000 random actions of random people reach no undefined state, skip no approval, overspend nothing, and replay', () => {
  const action = fc.noBias(fc.tuple(fc.nat(PLACES - 1), fc.nat(PEOPLE.length - 1), fc.constantFrom(...OFFERED)));
  const made = new Set<OrderMove>();
  fc.assert(
    fc.property(fc.array(action, { minLength: ACTIONS, maxLength: ACTIONS, size: 'max' }), (actions) => {
      const world = new World(Array.from({ length: PLACES }, (_, i) => (i % 3 === 0 ? 'olga' : 'rita')));
      for (const [place, who, move] of actions) {
        const order = world.orders[place]!;
        const before = order.parties;
        try {
          world.act(order, PEOPLE[who]!, move);
          made.add(move);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          if (order.parties.state !== before.state)
            throw new Error('a refused move changed the order', { cause: error });
        }
        if (Number(budgetLeft(world.budget)) < 0) throw new Error(`${move} overspent the budget`);
      }
      for (const { parties, moves, approvedBy } of world.orders) {
        const { state, resumesAs, cancellationAsked, requesterId } = parties;
        expect(ORDER_STATES).toContain(state);
        expect(replayOrder(moves)).toEqual({ state, resumesAs, cancellationAsked });
        if (AFTER_APPROVAL.includes(state)) expect(approvedBy.length > 0 || moves.includes('approveByRule')).toBe(true);
        // What was sent back is accepted, by word or by silence, only once it was delivered again.
        const accepted = Math.max(moves.indexOf('accept'), moves.indexOf('acceptBySilence'));
        const sentBack = Math.max(moves.lastIndexOf('sendBack'), moves.lastIndexOf('sendBackItem'));
        if (accepted >= 0) expect(moves.slice(sentBack + 1, accepted).includes('deliver')).toBe(true);
        for (const by of approvedBy) expect([requesterId, 'rita', 'tia', 'guest']).not.toContain(by);
      }
      const held = world.orders.map((order) => order.held);
      expect(Number(world.budget.reserved)).toBe(held.reduce((sum, { reserved }) => sum + reserved, 0));
      expect(Number(world.budget.committed)).toBe(held.reduce((sum, { committed }) => sum + committed, 0));
    }),
    { numRuns: 10 },
  );
  // Not a walk in place: every move was made somewhere.
  expect([...made].sort()).toEqual([...MOVES].sort());
}, 60_000);
