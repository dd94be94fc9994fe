import { daysAround } from './day-boundaries.js';

const at = (text: string) => Date.parse(text);
const texts = (instants: readonly number[]) => instants.map((instant) => new Date(instant).toISOString());

it.each([
  ['a day', 'UTC', '2026-02-03T12:00Z', '2026-02-03T13:00Z', ['2026-02-03T00:00Z', '2026-02-04T00:00Z']],
  ['nothing at midnight', 'UTC', '2026-02-03T00:00Z', '2026-02-03T00:00Z', ['2026-02-03T00:00Z', '2026-02-04T00:00Z']],
  ['a whole day', 'UTC', '2026-02-03T00:00Z', '2026-02-04T00:00Z', ['2026-02-03T00:00Z', '2026-02-04T00:00Z']],
  [
    'a short day',
    'Europe/Berlin',
    '2026-03-29T12:00Z',
    '2026-03-29T13:00Z',
    ['2026-03-28T23:00Z', '2026-03-29T22:00Z'],
  ],
  [
    'half hours',
    'Asia/Kolkata',
    '2026-02-03T18:00Z',
    '2026-02-03T19:00Z',
    ['2026-02-02T18:30Z', '2026-02-03T18:30Z', '2026-02-04T18:30Z'],
  ],
  // The clock went from midnight back to 23:00, so the 3rd has 25 hours.
  [
    'a midnight that comes twice',
    'America/Sao_Paulo',
    '2018-02-18T02:30Z',
    '2018-02-18T02:40Z',
    ['2018-02-17T02:00Z', '2018-02-18T03:00Z'],
  ],
])('knows the days around %s', (_, zone, from, to, days) => {
  expect(texts(daysAround(zone, { from: at(from), to: at(to) }))).toEqual(texts(days.map(at)));
});

it('refuses a stretch that ends before it begins', () => {
  expect(() => daysAround('UTC', { from: 2, to: 1 })).toThrow('must not lie before `from`');
});
