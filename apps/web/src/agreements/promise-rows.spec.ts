import { expect, it } from 'vitest';
import { promisePeriods, promiseRows } from './promise-rows';

it('shows the newest months, and none of an open quarter that have not begun', () => {
  const of = (...periods: string[]) => ({ results: periods.map((period) => ({ period })) }) as never;
  const ids = (...commitments: never[]) => promisePeriods(commitments, 3).map(({ id }) => id);
  expect(ids(of('2026-09', '2026-10', '2026-11'), of('2026-Q4'))).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(ids(of('2026-Q3', '2026-Q4'))).toEqual(['2026-10', '2026-11', '2026-12']);
});

it('names a quarter as such, also where a single month of it is shown', () => {
  const result = { period: '2025-Q4', state: 'FROZEN', verdict: 'MET', figure: '100', target: '85', budget: {} };
  const commitment = {
    id: 'c',
    slug: 'advice',
    name: 'Answered',
    service: { slug: 'advice', name: 'Advice' },
    terms: {
      target: '85',
      comparator: 'AT_LEAST',
      window: 'QUARTER',
      indicator: { __typename: 'GoodOfTotalIndicator' },
    },
    results: [result],
  } as never;
  const december = [{ id: '2025-12', label: 'Dec 2025', longLabel: 'Dec 2025' }];
  const [row] = promiseRows([commitment], december, { named: 'commitment' });
  expect(row?.cells['2025-12']).toMatchObject({ span: 1, periodLabel: 'Q4 2025' });
});
