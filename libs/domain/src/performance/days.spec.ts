import { ALWAYS_OPEN, createCalendar } from '@accord/sla';
import { daysOf } from './days.js';

const midnight = (day: number) => Date.UTC(2026, 1, day);
const HOUR = 3_600_000;
const nothing = { takenOut: [], excludedTime: 'removed', unknown: [], gaps: 'ignore' } as const;

it('tells for each day how long it was open and down', () => {
  const used = [0, 0, HOUR];
  const burndown = used.map((value, i) => ({ at: midnight(1 + i), used: value }));
  expect(daysOf(ALWAYS_OPEN, 'Etc/UTC', burndown, nothing)).toEqual([
    { date: '2026-02-01', downMs: 0, openMs: 24 * HOUR, countedMs: 24 * HOUR, hasData: true },
    { date: '2026-02-02', downMs: HOUR, openMs: 24 * HOUR, countedMs: 24 * HOUR, hasData: true },
  ]);
});

it('has no data for a day of which nothing is known, or on which nothing was open', () => {
  const office = createCalendar({ zone: 'Etc/UTC', weekly: { mon: [['09:00', '17:00']] } });
  // Sunday, Monday, Tuesday; Monday before noon is known.
  const burndown = [1, 2, 3, 4].map((day) => ({ at: midnight(day), used: 0 }));
  const unknown = [{ from: midnight(2) + 12 * HOUR, to: midnight(4) }];
  expect(
    daysOf(office, 'Etc/UTC', burndown, { ...nothing, unknown }).map(({ openMs, hasData }) => [openMs, hasData]),
  ).toEqual([
    [0, false],
    [8 * HOUR, true],
    [0, false],
  ]);
});

it('has no days before anything was judged', () => {
  expect(daysOf(ALWAYS_OPEN, 'Etc/UTC', [], nothing)).toEqual([]);
});

it.each([
  ['removed', 'ignore', 24 - 3 - 4],
  ['removed', 'bad', 24 - 3],
  ['countsAsUp', 'ignore', 24 - 4],
  ['countsAsUp', 'good', 24],
] as const)('counts what the contract counts, each instant once: %s, %s', (excludedTime, gaps, hours) => {
  const burndown = [1, 2].map((day) => ({ at: midnight(day), used: 0 }));
  const stretch = (from: number, to: number) => ({ from: midnight(1) + from * HOUR, to: midnight(1) + to * HOUR });
  // Maintenance from 1 to 3 and an exclusion from 2 to 4; nothing is known from 3 to 8.
  const uncounted = { takenOut: [stretch(1, 3), stretch(2, 4)], excludedTime, unknown: [stretch(3, 8)], gaps };
  const [day] = daysOf(ALWAYS_OPEN, 'Etc/UTC', burndown, uncounted);
  expect(day).toMatchObject({ openMs: 24 * HOUR, countedMs: hours * HOUR, hasData: true });
});
