import fc from 'fast-check';
import { sharedEvents } from './shared-events.js';

const lost = (from: number, to: number, count: number) => ({ from, to, lost: count });

it('counts what was lost while others lost something, and nothing of intervals that only touch', () => {
  const others = [lost(30, 45, 1), lost(40, 50, 1)];
  expect(sharedEvents([lost(60, 120, 5), lost(0, 60, 10)], others)).toBe(10);
  expect(sharedEvents([lost(50, 60, 3), lost(0, 30, 4)], others)).toBe(0);
  expect(sharedEvents([lost(0, 60, 10)], [])).toBe(0);
});

it('is what looking at every pair comes to', () => {
  const interval = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 20 }), fc.nat(9));
  const intervals = fc.array(interval.map(([from, length, count]) => lost(from, from + length, count)));
  fc.assert(
    fc.property(intervals, intervals, (own, others) => {
      const meets = own.filter(({ from, to }) => others.some((other) => other.from < to && other.to > from));
      expect(sharedEvents(own, others)).toBe(meets.reduce((sum, one) => sum + one.lost, 0));
    }),
  );
});
