import fc from 'fast-check';
import { allocate } from './allocate.js';
import { Fraction } from './fraction.js';

const units = fc.bigInt({ min: 0n, max: 10n ** 12n });
const ratios = fc
  .array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 12 })
  .map((pairs) => pairs.map(([up, down]) => `${up}/${down}`));
const someRatios = ratios.filter((list) => list.some((ratio) => !ratio.startsWith('0/')));

it('gives what is left to the largest remainders, of equal ones to the larger ratio, then to the earlier position', () => {
  expect(allocate(825000n, ['3/7', '1/7', '2/7', '1/7'])).toEqual([353572n, 117857n, 235714n, 117857n]);
  expect(allocate(5n, [100, 101, 100, 100])).toEqual([1n, 2n, 1n, 1n]);
  expect(allocate(1n, [1, 1])).toEqual([1n, 0n]);
  expect(allocate(3n, ['0.5', '1.5'])).toEqual([1n, 2n]);
});

it('gives nothing for a ratio of 0, and splits nothing into nothing', () => {
  expect(allocate(5n, [0, 7, 3])).toEqual([0n, 4n, 1n]);
  expect(allocate(0n, [0, 0])).toEqual([0n, 0n]);
});

it('refuses what is below 0, and units that nobody could receive', () => {
  expect(() => allocate(-1n, [1])).toThrow(RangeError);
  expect(() => allocate(1n, [-1, 2])).toThrow(RangeError);
  expect(() => allocate(1n, [0])).toThrow(RangeError);
  expect(() => allocate(1n, [])).toThrow(RangeError);
});

it('splits so that the parts sum to the whole', () => {
  fc.assert(
    fc.property(units, someRatios, (whole, list) => {
      expect(allocate(whole, list).reduce((sum, part) => sum + part, 0n)).toBe(whole);
    }),
  );
});

it('gives nobody less than nothing, nor a whole unit more or less than the exact part', () => {
  fc.assert(
    fc.property(units, someRatios, (whole, list) => {
      const sum = list.reduce((all, ratio) => all.plus(ratio), Fraction.of(0));
      allocate(whole, list).forEach((part, i) => {
        const off = Fraction.of(list[i]!).times(whole).over(sum).minus(part);
        expect(part >= 0n && off.compare(-1) > 0 && off.compare(1) < 0).toBe(true);
      });
    }),
  );
});

it('never gives less for a larger ratio', () => {
  fc.assert(
    fc.property(units, someRatios, (whole, list) => {
      const parts = allocate(whole, list);
      const order = list.map((_, i) => i).sort((a, b) => Fraction.of(list[a]!).compare(list[b]!));
      order.slice(1).forEach((i, before) => {
        const smaller = order[before]!;
        if (Fraction.of(list[smaller]!).compare(list[i]!) < 0) expect(parts[i]! >= parts[smaller]!).toBe(true);
      });
    }),
  );
});
