import { expect, it } from 'vitest';
import { daysOf, quarterOptions } from './quarters';

it('gives the days of a quarter, also of one that ends a year, and of a month', () => {
  expect(daysOf('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(daysOf('2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(daysOf(undefined)).toEqual({});
});

it('offers the next quarter first, and the chosen one however old it is', () => {
  expect(quarterOptions('2026-04-03').slice(0, 3)).toEqual([
    { value: '2026-Q3', label: 'Q3 2026' },
    { value: '2026-Q2', label: 'Q2 2026' },
    { value: '2026-Q1', label: 'Q1 2026' },
  ]);
  expect(quarterOptions('2026-04-03', '2019-Q1')[0]).toEqual({ value: '2019-Q1', label: 'Q1 2019' });
});
