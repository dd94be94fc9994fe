import { moveOrder, ORDER_MOVES, ORDER_STATES, startsFrom, type OrderMove } from './order-states.js';

const moves = Object.keys(ORDER_MOVES) as OrderMove[];

describe('the moves of an order', () => {
  it('reach every state from a draft', () => {
    const reached = new Set(['draft']);
    for (const _ of ORDER_STATES)
      for (const { from, to } of Object.values(ORDER_MOVES))
        if (from.some((state) => reached.has(state))) reached.add(to);

    expect([...reached].sort()).toEqual([...ORDER_STATES].sort());
  });

  it.each(['completed', 'rejected', 'cancelled', 'failed'] as const)('end with %s', (state) => {
    expect(moves.filter((move) => startsFrom(move, state))).toEqual([]);
  });

  it('reserve once, and settle the reservation on every way to an end', () => {
    expect(moves.filter((move) => 'money' in ORDER_MOVES[move] && ORDER_MOVES[move].money === 'reserved')).toEqual([
      'submit',
    ]);
    for (const end of ['completed', 'rejected', 'cancelled', 'failed'])
      for (const move of moves.filter((name) => ORDER_MOVES[name].to === end))
        expect((ORDER_MOVES[move] as { money?: string }).money).toMatch(/released|spent/);
  });

  it('say from where they start when they do not start here', () => {
    expect(() => moveOrder('completed', 'fail')).toThrow(
      'This order is completed; it can be given up only while it is approved or being fulfilled.',
    );
  });
});
