import { moveOf, ORDER_MOVES, type OrderMove } from './order-moves.js';
import { moveOrder, type OrderStanding, replayOrder, startsFrom } from './order-standing.js';
import { OPEN_STATES, ORDER_STATES, type OrderState } from './order-states.js';

const moves = Object.keys(ORDER_MOVES) as OrderMove[];
const standing = (state: OrderState, differing: Partial<OrderStanding> = {}): OrderStanding => ({
  state,
  resumesAs: null,
  cancellationAsked: false,
  ...differing,
});

describe('the moves of an order', () => {
  it('reach every state from a draft', () => {
    const reached = new Set<OrderState>(['draft']);
    for (const _ of ORDER_STATES)
      for (const { from, to } of moves.map(moveOf))
        if (to !== 'back' && to !== 'same' && from.some((state) => reached.has(state))) reached.add(to);

    expect([...reached].sort()).toEqual([...ORDER_STATES].sort());
  });

  it.each(['completed', 'rejected', 'cancelled'] as const)('end with %s', (state) => {
    expect(moves.filter((move) => startsFrom(move, standing(state)))).toEqual([]);
  });

  it('lead on from every other state, which is open or can be begun again', () => {
    for (const state of ORDER_STATES) {
      const goesOn = moves.some((move) => startsFrom(move, standing(state)));
      expect(goesOn).toBe(OPEN_STATES.some((open) => open === state) || state === 'draft' || state === 'failed');
    }
  });

  it('reserve on the way in, commit by the approval, and give back on every way to a bad end', () => {
    expect(moves.filter((move) => moveOf(move).money === 'reserved')).toEqual(['submit', 'retry']);
    for (const [end, money] of [
      ['approved', 'committed'],
      ['rejected', 'released'],
      ['cancelled', 'released'],
      ['failed', 'released'],
      ['completed', undefined],
    ] as const)
      for (const move of moves.filter((name) => moveOf(name).to === end && name !== 'cancelRest'))
        expect(moveOf(move).money).toBe(money);
    expect(moveOf('cancelRest').money).toBe('releasedPart');
  });

  it('come to approved only by who approves, or by a rule', () => {
    const approving = moves.filter((move) => moveOf(move).to === 'approved');
    expect(approving.flatMap((move) => moveOf(move).by)).toEqual(['nobody', 'approver']);
  });

  it('come back to where it was asked', () => {
    expect(replayOrder(['submit', 'askApproval', 'askBeforeApproval', 'answer']).state).toBe('awaitingApproval');
    const working: OrderMove[] = ['submit', 'askApproval', 'approve', 'start'];
    expect(replayOrder([...working, 'askDuringWork', 'answer']).state).toBe('fulfilling');
  });

  it('cancel what is asked about as where it was asked', () => {
    expect(startsFrom('cancel', standing('needsInformation', { resumesAs: 'awaitingApproval' }))).toBe(true);
    const atWork = standing('needsInformation', { resumesAs: 'fulfilling' });
    expect(startsFrom('cancel', atWork)).toBe(false);
    expect(startsFrom('askCancellation', atWork)).toBe(true);
  });

  it('answer a cancellation only when one was asked, and ask for it once', () => {
    expect(() => moveOrder(standing('fulfilling'), 'grantCancellation')).toThrow('Nobody asked to cancel this order.');
    const asked = moveOrder(standing('fulfilling'), 'askCancellation');
    expect(asked).toEqual(standing('fulfilling', { cancellationAsked: true }));
    expect(() => moveOrder(asked, 'askCancellation')).toThrow('was asked to cancel this order already');
    expect(moveOrder(asked, 'grantCancellation')).toEqual(standing('cancelled'));
    expect(moveOrder(asked, 'cancelRest')).toEqual(standing('completed'));
    expect(moveOrder(asked, 'refuseCancellation')).toEqual(standing('fulfilling'));
  });

  it('say from where they start when they do not start here', () => {
    expect(() => moveOrder(standing('completed'), 'fail')).toThrow(
      'This order is completed; it can be given up only while it is approved or being fulfilled or on hold.',
    );
  });
});
