import { burnRateOf, burnWindow } from './burn-rates.js';

const promise = (target: string, comparator: 'atLeast' | 'atMost' = 'atLeast') => ({ target, comparator });
const figure = (numerator: string, denominator: string) => ({ numerator, denominator });

it('is 1 where errors come as fast as the target allows, and 10 where they come ten times as fast', () => {
  expect(burnRateOf(figure('999', '1000'), promise('99.9'))).toBe('1.00');
  expect(burnRateOf(figure('990', '1000'), promise('99.9'))).toBe('10.00');
  expect(burnRateOf(figure('1000', '1000'), promise('99.9'))).toBe('0.00');
});

it('reads a figure that counts errors as errors', () => {
  expect(burnRateOf(figure('10', '1000'), promise('2', 'atMost'))).toBe('0.50');
});

it('is unknown where nothing was measured, or nothing may go wrong', () => {
  expect(burnRateOf(figure('0', '0'), promise('99.9'))).toBeNull();
  expect(burnRateOf(figure('9', '10'), promise('100'))).toBeNull();
});

it('looks back no further than the period goes', () => {
  const period = {
    id: '2026-03',
    window: 'month',
    zone: 'Etc/UTC',
    from: Date.UTC(2026, 2, 1),
    to: Date.UTC(2026, 3, 1),
  } as const;
  const at = Date.UTC(2026, 2, 3);
  expect(burnWindow(period, at, 1)).toMatchObject({ from: Date.UTC(2026, 2, 2), to: at });
  expect(burnWindow(period, at, 7)).toMatchObject({ from: period.from, to: at });
});
