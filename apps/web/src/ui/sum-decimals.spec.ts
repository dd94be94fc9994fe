import { expect, it } from 'vitest';
import { sumDecimals } from './sum-decimals';

it('adds decimals exactly, whatever their length and sign', () => {
  expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
  expect(sumDecimals(['1850.00', '-50.5', '0'])).toBe('1799.50');
  expect(sumDecimals(['-1', '0.25'])).toBe('-0.75');
  expect(sumDecimals(['90071992547409.93', '0.01'])).toBe('90071992547409.94');
  expect(sumDecimals([])).toBe('0');
});
