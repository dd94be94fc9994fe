import { addDays } from '../agreements/local-day.js';
import { rollingBudget } from './rolling-budget.js';

const HOUR = 3_600_000;

const day = (date: string, downMs = 0, differing = {}) => ({
  date,
  downMs,
  openMs: 24 * HOUR,
  countedMs: 24 * HOUR,
  hasData: true,
  ...differing,
});
const daysFrom = (first: string, count: number, downMs = (_: number) => 0) =>
  Array.from({ length: count }, (_, i) => day(addDays(first, i), downMs(i)));

it('allows the share of the last thirty days that the target leaves, and forgets what is older', () => {
  const days = daysFrom('2026-01-01', 31, (i) => (i === 0 ? HOUR : 0));
  const [before, after] = rollingBudget(days, '99.9', '2026-01-30');

  // 0.1 % of 720 hours are 43 min 12 s.
  expect(before).toEqual({
    date: '2026-01-30',
    since: '2026-01-01',
    totalMs: 2_592_000,
    usedMs: HOUR,
    leftPercent: '-38.89',
  });
  expect(after).toMatchObject({ date: '2026-01-31', since: '2026-01-02', usedMs: 0, leftPercent: '100.00' });
});

it('looks at no more than is known, and says since when', () => {
  expect(rollingBudget(daysFrom('2026-01-29', 2), '99', '2026-01-30')).toEqual([
    { date: '2026-01-30', since: '2026-01-29', totalMs: 0.48 * HOUR, usedMs: 0, leftPercent: '100.00' },
  ]);
});

it('counts what the figure leaves out neither way', () => {
  const days = [day('2026-01-01', 0, { countedMs: 0 }), day('2026-01-02', HOUR)];
  expect(rollingBudget(days, '99', '2026-01-02')).toMatchObject([{ totalMs: 0.24 * HOUR, usedMs: HOUR }]);
});

it('has no percent where nothing may be lost', () => {
  expect(rollingBudget([day('2026-01-01')], '100', '2026-01-01')).toMatchObject([{ totalMs: 0, leftPercent: null }]);
});
