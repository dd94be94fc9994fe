import fc from 'fast-check';
import { type Measured, sift } from './sift.js';

const count = (at: number, to: number, good = 1, total = 2): Measured => ({ at, to, good, total, up: null });
const probe = (at: number, up: boolean): Measured => ({ at, to: null, good: null, total: null, up });
const kinds = (known: readonly Measured[], rows: readonly Measured[]) => sift(known, rows).map(({ kind }) => kind);

it('tells what is new from what is there, just so or otherwise', () => {
  expect(kinds([probe(1, true), probe(2, true)], [probe(2, true), probe(1, false), probe(3, true)])).toEqual([
    'duplicate',
    'differs',
    'new',
  ]);
});

it('takes of rows under one instant the first one', () => {
  expect(kinds([], [probe(5, true), probe(5, false), probe(5, true)])).toEqual(['new', 'differs', 'duplicate']);
});

it('lets only the first row say something else about an instant that is recorded', () => {
  expect(sift([count(0, 10)], [count(0, 10, 2), count(0, 10, 0), count(0, 10)])).toEqual([
    { kind: 'differs', known: count(0, 10) },
    { kind: 'differs', known: null },
    { kind: 'duplicate', known: count(0, 10) },
  ]);
});

it('takes no interval that shares time with another, recorded or further up', () => {
  expect(kinds([count(0, 10)], [count(5, 15), count(10, 20), count(19, 30), count(0, 20)])).toEqual([
    'overlaps',
    'new',
    'overlaps',
    'differs',
  ]);
});

it('takes what can be added without overlap, and the same again as duplicates', () => {
  const intervals = fc.array(
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 }), fc.nat(1)).map(([at, ms, good]) => count(at, at + ms, good)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(intervals, (rows) => {
      const taken: Measured[] = [];
      for (const [i, { kind }] of sift([], rows).entries()) {
        const row = rows[i]!;
        const clash = taken.find(({ at, to }) => at < row.to! && row.at < to!);
        expect(kind === 'new').toBe(clash === undefined);
        if (kind === 'new') taken.push(row);
      }
      const known = taken.toSorted((a, b) => a.at - b.at);
      expect(kinds(known, taken).every((kind) => kind === 'duplicate')).toBe(true);
    }),
    { numRuns: 100 },
  );
});
