import fc from 'fast-check';
import { countAtMost, countOf, mergeSketches, percentileOf, sketchOf } from './quantile-sketch.js';

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
