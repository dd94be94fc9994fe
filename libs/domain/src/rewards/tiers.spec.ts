import { flatRate, interpolatedAmount, stepRate } from './tiers.js';

const tiers = [
  { low: 0, high: 1000, value: '0.01' },
  { low: 1000, high: 3000, value: '0.02' },
];

it('lets a boundary belong to the higher tier', () => {
  expect(String(flatRate(tiers, 1000))).toBe('0.02');
});

it('pays nothing below the first tier', () => {
  const high = tiers.slice(1);
  expect([flatRate(high, 999), stepRate(high, 999), interpolatedAmount(high, 999)].map(String)).toEqual([
    '0',
    '0',
    '0',
  ]);
});

it('pays each part by its own tier, and nothing for what lies above the last', () => {
  expect(String(stepRate(tiers, 1500))).toBe('20');
  expect(String(stepRate(tiers, 9000))).toBe('50');
});

it('pays a share of a tier only where it has an end', () => {
  expect(() => interpolatedAmount([{ low: 0, high: null, value: 10 }], 5)).toThrow(RangeError);
});
