import { easterSunday, ENGLAND, NETHERLANDS, UNITED_STATES } from './holidays.js';

it('knows Easter', () => {
  expect([2024, 2025, 2026, 2038].map(easterSunday)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25']);
});

it('knows when offices are closed in 2026', () => {
  expect(NETHERLANDS(2026)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-04-27',
    '2026-05-14',
    '2026-05-25',
    '2026-12-25',
    '2026-12-26',
  ]);
  expect(UNITED_STATES(2026)).toEqual([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-11-26',
    '2026-12-25',
  ]);
});

it('moves bank holidays off the weekend', () => {
  expect(ENGLAND(2026)).toEqual([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ]);
  expect(ENGLAND(2027).slice(-2)).toEqual(['2027-12-27', '2027-12-28']);
  expect(ENGLAND(2022)[0]).toBe('2022-01-03');
});
