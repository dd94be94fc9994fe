import { expect, it } from 'vitest';
import { heatBin } from './heat-bin';

it.each([
  ['-100.01', 1],
  ['-100', 2],
  ['-0.01', 2],
  ['0', 3],
  ['24.99', 3],
  ['25', 4],
  ['50', 5],
  [null, null],
])('puts %s %% of the budget left into bin %s', (left, bin) => expect(heatBin(left)).toBe(bin));
