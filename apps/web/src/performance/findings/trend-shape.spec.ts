import { expect, it } from 'vitest';
import { trendShape } from './trend-shape';
import type { Trend } from './trend-words';

const week = (n: number, value: number, line: number) => {
  const day = (days: number) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10);
  return { from: day(7 * n), to: day(7 * n + 6), value, line, count: 1, good: null, total: null, periods: [] };
};
const trend = (weeks: Trend['weeks'], passesOn: string): Trend => ({
  unit: 'PERCENT',
  counted: 'TICKETS',
  limit: 90,
  passesOn,
  weeks,
});

it('leaves room for the limit and for the day on which it is met, and draws nothing outside', () => {
  const shape = trendShape(trend([week(0, 99, 98), week(1, 95, 96), week(2, 94, 94)], '2026-03-01'));

  const spots = [...shape.values, ...shape.line, ...shape.ahead, [shape.now, shape.limit] as const];
  for (const [x, y] of spots) expect([x >= 0 && x <= 1, y > 0 && y < 1]).toEqual([true, true]);
  expect(shape.values[0]![0]).toBe(0);
  expect(shape.ahead).toEqual([shape.line[1], [1, shape.limit]]);
  // What is better stands higher.
  expect(shape.values[0]![1]).toBeLessThan(shape.values[2]![1]);
});

it('draws values that are all the same', () => {
  const { values, limit } = trendShape(trend([week(0, 90, 90), week(1, 90, 90)], '2026-01-12'));
  for (const y of [...values.map(([, height]) => height), limit]) expect(y).toBeCloseTo(0.5, 9);
});
