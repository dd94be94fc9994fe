import { findDrifts, passingInWords, type WeeklySeries } from './find-drifts.js';

const WEEK = 7 * 86_400_000;
const monday = Date.UTC(2026, 0, 5);
const wobble = [0, 0.03, -0.02, 0.01, -0.03, 0.02];
const series = (id: string, perWeek: number, weeks = 20, limit = 99): WeeklySeries => ({
  id,
  limit,
  worse: 'falling',
  weeks: Array.from({ length: weeks }, (_, i) => ({
    at: monday + i * WEEK,
    value: 99.9 + perWeek * i + wobble[i % wobble.length]!,
    count: 1,
  })),
});

it('tells the series that get worse and would pass their limit within half a year, and no others', () => {
  const steady = Array.from({ length: 30 }, (_, i) => series(`steady ${i}`, 0));
  const found = findDrifts([
    ...steady,
    series('falls', -0.03),
    series('rises', 0.03),
    series('falls far from its limit', -0.03, 20, 90),
    series('is too young', -0.05, 11),
    series('has passed it', -0.06),
  ]);

  expect(found.map(({ id }) => id)).toEqual(['falls']);
  expect(found[0]!.pace).toBeCloseTo(-0.03, 2);
  // 0.9 less 19 · 0.03 is left: about eleven weeks.
  const { about, between } = passingInWords(found[0]!.drift.passing);
  expect(about > '2026-07-20' && about < '2026-08-20').toBe(true);
  expect(between).toMatch(/^2026-\d\d-\d\d to 2026-\d\d-\d\d$/);
});

it('counts a week by its day, also where weeks are missing', () => {
  const { weeks, ...rest } = series('falls', -0.03, 24);
  const holed = { ...rest, weeks: weeks.filter((_, i) => i % 4 !== 1) };

  expect(findDrifts([holed])[0]!.pace).toBeCloseTo(-0.03, 2);
  expect(passingInWords({ at: monday, earliest: monday, latest: null }).between).toBe('2026-01-05 or later');
});
