import { ALWAYS_OPEN, createCalendar } from '@accord/sla';
import { daysOf } from './days.js';

const midnight = (day: number) => Date.UTC(2026, 1, day);
const HOUR = 3_600_000;

it('tells for each day how long it was open and down', () => {
  const used = [0, 0, HOUR];
  const burndown = used.map((value, i) => ({ at: midnight(1 + i), used: value }));
  expect(daysOf(ALWAYS_OPEN, 'Etc/UTC', burndown, [])).toEqual([
    { date: '2026-02-01', downMs: 0, openMs: 24 * HOUR, hasData: true },
    { date: '2026-02-02', downMs: HOUR, openMs: 24 * HOUR, hasData: true },
  ]);
});

it('has no data for a day of which nothing is known, or on which nothing was open', () => {
  const office = createCalendar({ zone: 'Etc/UTC', weekly: { mon: [['09:00', '17:00']] } });
  // Sunday, Monday, Tuesday; Monday before noon is known.
  const burndown = [1, 2, 3, 4].map((day) => ({ at: midnight(day), used: 0 }));
  const gaps = [{ from: midnight(2) + 12 * HOUR, to: midnight(4) }];
  expect(daysOf(office, 'Etc/UTC', burndown, gaps).map(({ openMs, hasData }) => [openMs, hasData])).toEqual([
    [0, false],
    [8 * HOUR, true],
    [0, false],
  ]);
});

it('has no days before anything was judged', () => {
  expect(daysOf(ALWAYS_OPEN, 'Etc/UTC', [], [])).toEqual([]);
});
