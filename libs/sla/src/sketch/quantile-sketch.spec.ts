import fc from 'fast-check';
import {
  countAtMost,
  countOf,
  isBeyond,
  mergeSketches,
  percentileOf,
  sketchOf,
  sketchOfHistogram,
} from './quantile-sketch.js';

const value = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 60_000 }),
);
const values = fc.array(value, { maxLength: 200 });
const error = fc.constantFrom(0.001, 0.01, 0.05, 0.2);
const percent = fc.integer({ min: 0, max: 1000 }).map((n) => (n / 10).toFixed(1));
// What doubles cannot tell apart at the edge of a bucket.
const SLACK = 1e-9;

/** By sorting everything. */
function nearestRank(all: readonly number[], asked: string): number {
  const sorted = [...all].sort((a, b) => a - b);
  const tenths = Math.round(Number(asked) * 10);
  return sorted[Math.max(1, Math.ceil((tenths * sorted.length) / 1000)) - 1]!;
}

describe('a sketch', () => {
  it('tells percentiles within its relative error', () => {
    fc.assert(
      fc.property(values, error, percent, (all, relativeError, asked) => {
        fc.pre(all.length > 0);
        const told = percentileOf(sketchOf(all, relativeError), asked)!;
        const truth = nearestRank(all, asked);
        expect(Math.abs(told - truth)).toBeLessThanOrEqual((relativeError + SLACK) * truth);
      }),
      { numRuns: 2000 },
    );
  });

  it('of parts merges into that of the whole, in any order and grouping', () => {
    fc.assert(
      fc.property(values, values, values, error, (a, b, c, relativeError) => {
        const [x, y, z] = [a, b, c].map((part) => sketchOf(part, relativeError));
        const whole = sketchOf([...a, ...b, ...c], relativeError);
        expect(mergeSketches([x!, y!, z!])).toEqual(whole);
        expect(mergeSketches([z!, mergeSketches([y!, x!])])).toEqual(whole);
        expect(mergeSketches([mergeSketches([x!, z!]), y!])).toEqual(whole);
        expect(mergeSketches([x!, sketchOf([], relativeError)])).toEqual(x);
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same of a limit as of a percentile', () => {
    fc.assert(
      fc.property(values, percent, value, (all, asked, limit) => {
        fc.pre(all.length > 0 && Number(asked) > 0);
        const sketch = sketchOf(all);
        const enough = countAtMost(sketch, limit) * 1000 >= Math.round(Number(asked) * 10) * all.length;
        expect(percentileOf(sketch, asked)! <= limit).toBe(enough);
      }),
      { numRuns: 1000 },
    );
  });

  it('is plain JSON', () => {
    const sketch = sketchOf([0, 1, 250, 251, 3000]);

    expect(JSON.parse(JSON.stringify(sketch))).toEqual(sketch);
    expect(countOf(sketch)).toBe(5);
  });

  it('of nothing has no percentile', () => {
    expect(percentileOf(sketchOf([]), '95')).toBeNull();
  });

  it.each([
    [[1, -1], 'values[1]'],
    [[NaN], 'values[0]'],
    [[Infinity], 'values[0]'],
  ])('refuses %j', (bad, path) => {
    expect(() => sketchOf(bad)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path }));
  });

  it('refuses an error of nothing, and to merge errors that differ', () => {
    expect(() => sketchOf([1], 0)).toThrow(expect.objectContaining({ path: 'relativeError', value: 0 }));
    expect(() => mergeSketches([sketchOf([1], 0.01), sketchOf([1], 0.02)])).toThrow(
      expect.objectContaining({ code: 'MISMATCH', path: 'sketches[1].relativeError' }),
    );
    expect(() => mergeSketches([])).toThrow(expect.objectContaining({ code: 'MISSING' }));
  });

  it('refuses JSON that is none', () => {
    const broken = {
      relativeError: 0.01,
      zeros: 0,
      buckets: [
        [2, 1],
        [2, 1],
      ] as [number, number][],
    };

    expect(() => mergeSketches([broken])).toThrow(expect.objectContaining({ path: 'sketches[0].buckets[1][0]' }));
  });
});

describe('the sketch of a histogram', () => {
  const bounds = fc
    .uniqueArray(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 })
    .map((all) => all.toSorted((a, b) => a - b));

  it('judges a limit that is one of its bounds exactly', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }),
        fc.nat(100),
        (all, counts, beyond) => {
          const sketch = sketchOfHistogram(
            all.map((upTo, i) => [upTo, counts[i]!]),
            beyond,
          );
          let below = 0;
          // Bounds that are closer to each other than the error are one to it.
          for (const [i, upTo] of all.entries()) {
            below += counts[i]!;
            if (i + 1 === all.length || all[i + 1]! * 0.95 > upTo) expect(countAtMost(sketch, upTo)).toBe(below);
          }
          expect(countOf(sketch)).toBe(below + beyond);
          expect(countAtMost(sketch, 1e15)).toBe(below);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('merges with that of values, and says when a percentile lies above its last bound', () => {
    const whole = mergeSketches([
      sketchOfHistogram(
        [
          [0, 2],
          [100, 4],
        ],
        3,
      ),
      sketchOf([40]),
    ]);

    expect(countOf(whole)).toBe(10);
    expect(countAtMost(whole, 0)).toBe(2);
    expect(countAtMost(whole, 100)).toBe(7);
    expect(isBeyond(percentileOf(whole, '70')!)).toBe(false);
    expect(isBeyond(percentileOf(whole, '71')!)).toBe(true);
  });

  it.each<[[number, number][], string]>([
    [
      [
        [100, 1],
        [100, 1],
      ],
      'buckets[1][0]',
    ],
    [[[-1, 1]], 'buckets[0][0]'],
    [[[Infinity, 1]], 'buckets[0][0]'],
    [[[1, 0.5]], 'buckets[0][1]'],
  ])('refuses %j', (buckets, path) => {
    expect(() => sketchOfHistogram(buckets)).toThrow(expect.objectContaining({ path }));
  });
});
