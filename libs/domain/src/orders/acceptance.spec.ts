import { acceptBy } from './acceptance.js';

describe('silence accepts a delivery', () => {
  it.each([
    ['over a weekend', '2026-11-20T15:00:00Z', 5, 'Europe/Berlin', '2026-11-27T23:00:00.000Z'],
    ['of a Saturday', '2026-11-21T15:00:00Z', 1, 'Europe/Berlin', '2026-11-23T23:00:00.000Z'],
    ['of the same day', '2026-11-20T15:00:00Z', 0, 'UTC', '2026-11-21T00:00:00.000Z'],
    ['far in the east', '2026-11-19T15:00:00Z', 1, 'Pacific/Auckland', '2026-11-23T11:00:00.000Z'],
  ])('at the end of the last business day %s', (_, delivered, days, zone, expected) => {
    expect(acceptBy(new Date(delivered), days, zone).toISOString()).toBe(expected);
  });
});
