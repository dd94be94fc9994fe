import { InputError } from '../foundation/input-error.js';
import { believed } from './false-discoveries.js';
import { driftOf } from './drift.js';
import { mannKendall } from './mann-kendall.js';
import { normalQuantile, upperTail } from './normal.js';
import { theilSen } from './theil-sen.js';

/** Chance that is the same in every run (Park and Miller 1988). */
function chance(seed: number) {
  let state = seed;
  const uniform = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  /** Normal, by Box and Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

describe('known values', () => {
  it('of the normal distribution', () => {
    expect(upperTail(1.959963985)).toBeCloseTo(0.025, 8);
    expect(upperTail(0)).toBeCloseTo(0.5, 7);
    expect(upperTail(-1.644853627)).toBeCloseTo(0.95, 7);
    expect(upperTail(6)).toBeCloseTo(9.865876e-10, 15);
    expect(normalQuantile(0.025)).toBeCloseTo(1.959964, 5);
  });

  it('of the line through cloud seeding in the Snowy Mountains (Hollander and Wolfe, example 9.1)', () => {
    expect(theilSen([1.26, 1.27, 1.12, 1.16, 1.03], null, 0.9).slope).toBeCloseTo(-0.05625, 10);
  });

  it('of the variance of s: without ties, and with them (Kendall 1975)', () => {
    const rising = Array.from({ length: 10 }, (_, i) => i);
    // 10 · 9 · 25 ÷ 18; all 45 pairs rise.
    expect(mannKendall(rising, 1)).toMatchObject({ s: 45, variance: 125, correction: 1 });
    expect(mannKendall(rising, 1).z).toBeCloseTo(44 / Math.sqrt(125), 12);
    // Two and three equal ones take 2 · 1 · 9 and 3 · 2 · 11 away.
    expect(mannKendall([0, 0, 2, 2, 2, 5, 6, 7, 8, 9], 1).variance).toBeCloseTo((2250 - 18 - 66) / 18, 12);
  });

  it('of fifteen tests of which four are believed (Benjamini and Hochberg 1995, section 4)', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(believed(p, 0.05)).toEqual(p.map((one) => one <= 0.0095));
    expect(believed([0.5, 0.9], 0.05)).toEqual([false, false]);
    expect(believed([], 0.05)).toEqual([]);
  });
});

describe('false alarms where there is no trend, of 26 values', () => {
  const RUNS = 2_000;
  /** How often something is said to fall at 5 %. @param memory How much of a value the next one keeps. */
  const alarms = (memory: number, slope = 0) => {
    const { normal } = chance(42);
    let count = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const values: number[] = [];
      let noise = normal();
      for (let i = 0; i < 26; i += 1) values.push((noise = noise * memory + normal()) + slope * i);
      count += mannKendall(values, theilSen(values, null, 0.9).slope).pFalling < 0.05 ? 1 : 0;
    }
    return count / RUNS;
  };

  it('are 5 % of them or fewer when values are independent, and hardly more when each keeps half of the last one', () => {
    expect(alarms(0)).toBeLessThan(0.05);
    expect(alarms(0)).toBeGreaterThan(0.02);
    // The plain test gives 11 % and 14 %.
    expect(alarms(0.3)).toBeLessThan(0.07);
    expect(alarms(0.5)).toBeLessThan(0.08);
  });

  it('cost little where there is one: a fall of a tenth of the noise a week is found nine times of ten', () => {
    expect(alarms(0, -0.1)).toBeGreaterThan(0.9);
  });

  it('of 500 tests at once fewer than one in twenty times a single one is believed', () => {
    const { normal } = chance(7);
    let rounds = 0;
    for (let round = 0; round < 40; round += 1) {
      const p = Array.from({ length: 500 }, () => {
        const values = Array.from({ length: 12 }, normal);
        return mannKendall(values, 0).pFalling;
      });
      rounds += believed(p, 0.05).some(Boolean) ? 1 : 0;
    }
    expect(rounds).toBeLessThanOrEqual(4);
  });
});

describe('a drift', () => {
  const DAY = 86_400_000;
  const from = Date.UTC(2026, 0, 5);
  const options = { from, stepMs: 7 * DAY, limit: 99, worse: 'falling' as const };

  it('says when the limit is passed at this pace, and between which days', () => {
    const { normal } = chance(3);
    const values = Array.from({ length: 26 }, (_, i) => 99.8 - 0.02 * i + 0.02 * normal());
    const { p, slope, level, passing, explanation } = driftOf(values, options);

    expect(p).toBeLessThan(1e-6);
    expect(slope).toBeCloseTo(-0.02, 2);
    expect(level).toBeCloseTo(99.3, 1);
    // 0.3 at 0.02 a week: fifteen weeks after the last value.
    const weeks = (at: number) => (at - from) / (7 * DAY) - 25;
    expect(weeks(passing!.at)).toBeGreaterThan(11);
    expect(weeks(passing!.at)).toBeLessThan(19);
    expect(passing!.earliest).toBeLessThan(passing!.at);
    expect(passing!.latest).toBeGreaterThan(passing!.at);
    expect(explanation.map(({ rule }) => rule)).toEqual(['trend.test', 'trend.pace', 'trend.passing']);
  });

  it('that rises is told by the same rules, mirrored; one that gets better passes nothing', () => {
    const rising = Array.from({ length: 12 }, (_, i) => 40 + 2 * i);
    const slower = driftOf(rising, { ...options, limit: 100, worse: 'rising' });
    expect(slower).toMatchObject({ slope: 2, level: 62 });
    expect(slower.passing!.at).toBe(from + (11 + 19) * 7 * DAY);

    expect(driftOf(rising, { ...options, limit: 0 })).toMatchObject({ passing: null });
    expect(driftOf(rising, { ...options, limit: 0 }).p).toBeGreaterThan(0.99);
    expect(driftOf(new Array<number>(12).fill(100), options)).toMatchObject({ slope: 0, passing: null });
  });

  it('needs ten values, all of them numbers', () => {
    expect(() => driftOf([1, 2, 3], options)).toThrow(InputError);
    expect(() => driftOf([...new Array<number>(11).fill(1), NaN], options)).toThrow(
      expect.objectContaining({ path: 'values[11]' }),
    );
    expect(() => driftOf(new Array<number>(12).fill(1), { ...options, confidence: 1 })).toThrow(InputError);
  });
});
