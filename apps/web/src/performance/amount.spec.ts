import { expect, it } from 'vitest';
import { amount, amountLeft } from './amount';
import './words';

it('shows amounts over that add up with what was used of which whole', () => {
  const [used, total] = [10_800_000, 7_056_000];
  const budget = { unit: 'ms', used: String(used), total: String(total), left: String(total - used) };

  expect([amount(budget.used, 'ms'), amount(budget.total, 'ms'), amountLeft(budget)]).toEqual([
    '3 h',
    '1 h 57 min',
    '1 h 3 min over',
  ]);
  expect(amountLeft({ unit: 'ms', left: '-3744000' })).toBe('1 h 2 min over');
  expect(amountLeft({ unit: 'ms', used: '60000', total: '240000', left: '180000' })).toBe('3 min left');
});
