import { isPaidFor, wholeQuarters } from './paid-teams.js';

const teams = [{ shares: [{ personId: 'ben', from: '2025-11-01', to: '2025-11-15' }] }];
const isPaid = (from: string, to: string, personId = 'ben') => isPaidFor(personId, teams, { from, to });

it('pays somebody for every day of a quarter in which they had a share, and for no other', () => {
  expect(isPaid('2025-10-01', '2025-10-01')).toBe(true);
  expect(isPaid('2025-12-31', '2026-01-01')).toBe(true);
  expect(isPaid('2026-01-01', '2026-03-31')).toBe(false);
  expect(isPaid('2025-07-01', '2025-09-30')).toBe(false);
  expect(isPaid('2025-11-01', '2025-11-01', 'cem')).toBe(false);
});

it('pays on without an end', () => {
  const open = [{ shares: [{ personId: 'ben', from: '2025-11-01', to: null }] }];
  expect(isPaidFor('ben', open, { from: '2031-01-01', to: '2031-01-01' })).toBe(true);
});

it('widens days to quarters', () => {
  expect(wholeQuarters({ from: '2026-02-28', to: '2026-04-01' })).toEqual({ from: '2026-01-01', to: '2026-06-30' });
});
