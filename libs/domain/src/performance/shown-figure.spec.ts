import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { marginOf, shownFigure, shownScore, shownShare } from './shown-figure.js';

it('shows one decimal more than the target has, two at least', () => {
  expect(shownFigure('0.9986111111', '99.9', 'atLeast')).toBe('99.86');
  expect(shownFigure('0.9986111111', '99.95', 'atLeast')).toBe('99.861');
  expect(shownFigure('1', '99', 'atLeast')).toBe('100.00');
  expect(shownFigure(null, '99', 'atLeast')).toBeNull();
});

it('never shows a missed target as met', () => {
  expect(shownFigure('0.9989999', '99.9', 'atLeast')).toBe('99.89');
  expect(shownFigure('0.0500001', '5', 'atMost')).toBe('5.01');
  const ratio = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => new Decimal(n).div(10 ** 9));
  const target = fc.integer({ min: 0, max: 100_000 }).map((n) => new Decimal(n).div(1000));
  fc.assert(
    fc.property(ratio, target, (measured, promised) => {
      const shown = shownFigure(measured.toFixed(), promised.toFixed(), 'atLeast')!;
      return measured.times(100).gte(promised) === new Decimal(shown).gte(promised);
    }),
  );
});

it('rounds scores half up, which nothing is judged by', () => {
  expect(shownScore('62.745')).toBe('62.75');
  expect(shownScore('62.7449')).toBe('62.74');
  expect(shownScore('98')).toBe('98.00');
  expect(shownScore(null)).toBeNull();
});

it('gives a margin that is positive on the good side', () => {
  expect(marginOf('99.86', '99.9', 'atLeast')).toBe('-0.04');
  expect(marginOf('5.01', '5', 'atMost')).toBe('-0.01');
  expect(marginOf(null, '5', 'atMost')).toBeNull();
});

it('rounds shares down, below nothing too', () => {
  expect(shownShare('0.99999')).toBe('99.99');
  expect(shownShare('-0.488095')).toBe('-48.81');
  expect(shownShare(null)).toBeNull();
});
