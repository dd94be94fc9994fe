import fc from 'fast-check';
import { decimalText, Fraction } from './fraction.js';

it('reads whole numbers, decimals and fractions, in lowest terms', () => {
  expect(Fraction.of('98.50')).toEqual(Fraction.of('197/2'));
  expect(Fraction.of('-0.5')).toEqual(Fraction.ratio(1n, -2n));
  expect(Fraction.of('6/14')).toMatchObject({ numerator: 3n, denominator: 7n });
  expect(Fraction.of(0)).toMatchObject({ numerator: 0n, denominator: 1n });
});

it('refuses what is no number, and what is divided by 0', () => {
  for (const text of ['', 'many', '1e3', '1/2/3', '.5', '1/0']) expect(() => Fraction.of(text)).toThrow(RangeError);
  expect(() => Fraction.of(1).over(0)).toThrow(RangeError);
});

it('rounds halves up, and down to the whole number below, on both sides of 0', () => {
  expect(['2.5', '-2.5', '2.49', '-2.51'].map((text) => Fraction.of(text).round())).toEqual([3n, -2n, 2n, -3n]);
  expect(['2.9', '-2.1', '-2'].map((text) => Fraction.of(text).floor())).toEqual([2n, -3n, -2n]);
});

it('is shown with at most ten decimals and no zeros at the end', () => {
  expect(['82.50', '1200', '0', '-0.5', '2/3'].map((text) => String(Fraction.of(text)))).toEqual([
    '82.5',
    '1200',
    '0',
    '-0.5',
    '0.6666666667',
  ]);
});

it('writes units of the last decimal as a decimal', () => {
  expect([decimalText(825000n, 2), decimalText(5n, 2), decimalText(-5n, 2), decimalText(613n, 0)]).toEqual([
    '8250.00',
    '0.05',
    '-0.05',
    '613',
  ]);
});

it('calculates exactly: what is added or multiplied is taken away again', () => {
  const fraction = fc
    .tuple(fc.integer(), fc.integer({ min: 1, max: 10_000 }))
    .map(([up, down]) => Fraction.of(`${up}/${down}`));
  fc.assert(
    fc.property(fraction, fraction, (one, other) => {
      expect(one.plus(other).minus(other)).toEqual(one);
      if (other.compare(0) !== 0) expect(one.times(other).over(other)).toEqual(one);
    }),
  );
});
