import { expect, it } from 'vitest';
import { monthsOf } from './promise-rows';

it('knows the months of a month and of a quarter', () => {
  expect(monthsOf('2026-03')).toEqual(['2026-03']);
  expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
});
