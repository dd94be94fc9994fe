import { expect, it } from 'vitest';
import { promisePeriods } from './promise-rows';

it('shows the newest months, and none of an open quarter that have not begun', () => {
  const of = (...periods: string[]) => ({ results: periods.map((period) => ({ period })) }) as never;
  const ids = (...commitments: never[]) => promisePeriods(commitments, 3).map(({ id }) => id);
  expect(ids(of('2026-09', '2026-10', '2026-11'), of('2026-Q4'))).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(ids(of('2026-Q3', '2026-Q4'))).toEqual(['2026-10', '2026-11', '2026-12']);
});
