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

it('shows a half of some events, for what was lost less what might be lost is what is over', () => {
  const budget = { unit: 'events', used: '48', total: '10.5', left: '-37.5' };

  expect([amount(budget.used, 'events'), amount(budget.total, 'events'), amountLeft(budget)]).toEqual([
    '48 events',
    '10.5 events',
    '37.5 events over',
  ]);
  expect(amount('1234.5', 'events')).toBe('1,235 events');
});
