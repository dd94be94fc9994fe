import { businessDaysSince } from './approval-days.js';

it.each([
  ['2026-03-16', '2026-03-19', 3],
  ['2026-03-13', '2026-03-16', 1],
  ['2026-03-13', '2026-03-15', 0],
  ['2026-03-16', '2026-03-16', 0],
  ['2026-03-17', '2026-03-16', 0],
])('from %s to %s there are %i business days', (from, to, days) => {
  expect(businessDaysSince(from, to)).toBe(days);
});
