import { createTerms, judge, periodById } from '../index.js';

const EVERY = 300_000;
const june = periodById('Etc/UTC', '2026-06');
const terms = createTerms({
  indicator: { kind: 'goodTotal' },
  objective: { comparator: 'gte', targetPercent: '99.9' },
});
const SLICES = (june.to - june.from) / EVERY;
const column = (value: number) => new Array<number>(SLICES).fill(value);
const judged = (good: ArrayLike<number>, total: ArrayLike<number>, more = {}) =>
  judge(terms, june, { kind: 'slices', from: june.from, everyMs: EVERY, good, total, ...more });

describe('judging slices in columns', () => {
  it('sums the columns as it would the same counts one by one', () => {
    const good = column(1000);
    good[10] = 990;
    good[300] = 0;
    const counts = good.map((n, i) => ({
      ref: `${i}`,
      from: june.from + i * EVERY,
      to: june.from + (i + 1) * EVERY,
      good: n,
      total: 1000,
    }));

    const { contributions, explanation, ...figures } = judged(good, column(1000));
    const { contributions: _, explanation: __, ...expected } = judge(terms, june, { kind: 'counts', counts });

    expect(figures).toEqual({ ...expected, budget: { ...expected.budget, burndown: expect.any(Array) } });
    expect(figures.budget.burndown.map(({ used }) => used).slice(0, 4)).toEqual([0, 10, 1010, 1010]);
    expect(contributions.slice(0, 2)).toMatchObject([
      { ref: 'slices[0..287]', good: 287_990, total: 288_000 },
      { ref: 'slices[288..575]', good: 287_000, total: 288_000 },
    ]);
    expect(explanation.map(({ rule }) => rule)).toContain('counts.sum');
  });

  it('reads typed arrays as it reads plain ones', () => {
    expect(judged(Float64Array.from(column(9)), Uint32Array.from(column(9)))).toEqual(judged(column(9), column(9)));
  });

  it('leaves a slice that was not measured out of the sums and out of the coverage', () => {
    const total = column(10).fill(-1, 0, SLICES / 2);

    expect(judged(column(10).fill(0, 0, SLICES / 2), total)).toMatchObject({
      denominator: String((SLICES / 2) * 10),
      coverage: { ratio: '0.5' },
    });
  });

  it('leaves out slices wholly in time taken out, and keeps those that only touch it', () => {
    const exclusions = [{ ref: 'e', from: june.from + EVERY / 2, to: june.from + 3 * EVERY }];

    expect(judged(column(1), column(1), { exclusions }).denominator).toBe(String(SLICES - 2));
    const touching = [{ ref: 'e', from: june.from + 1, to: june.from + EVERY - 1 }];
    expect(judged(column(1), column(1), { exclusions: touching }).denominator).toBe(String(SLICES));
  });

  it('stays exact beyond what a number holds', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const good = column(most);
    good[0] = most - 1;

    const { numerator, denominator } = judged(good, column(most));

    expect(BigInt(denominator)).toBe(BigInt(most) * BigInt(SLICES));
    expect(BigInt(denominator) - BigInt(numerator)).toBe(1n);
  });

  it.each([
    ['a negative number', [-2, 1]],
    ['a part of an event', [0.5, 1]],
    ['more good than all', [2, 1]],
    ['no number', [NaN, 1]],
  ])('refuses %s', (_, [g, t]) => {
    const good = column(1);
    const total = column(1);
    good[5] = g!;
    total[5] = t!;

    expect(() => judged(good, total)).toThrow(expect.objectContaining({ path: 'slices.good[5]', value: g }));
  });

  it('refuses columns of different lengths', () => {
    expect(() => judged([1], [1, 1])).toThrow(expect.objectContaining({ code: 'MISMATCH' }));
  });
});
