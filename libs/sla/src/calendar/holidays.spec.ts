import { createCalendar, InputError, isBusinessDay } from '../index.js';

const allWeek = [['00:00', '24:00']] as const;
const weekly = { mon: allWeek, tue: allWeek, wed: allWeek, thu: allWeek, fri: allWeek, sat: allWeek, sun: allWeek };
const closedWith = (holidays: string[], dates: string[]) => {
  const calendar = createCalendar({ zone: 'Europe/Berlin', weekly, holidays });
  return dates.filter((date) => !isBusinessDay(calendar, date));
};

it('a range holds both of its ends', () => {
  const dates = ['2026-07-26', '2026-07-27', '2026-08-01', '2026-08-07', '2026-08-08', '2027-08-01'];

  expect(closedWith(['2026-07-27/2026-08-07'], dates)).toEqual(['2026-07-27', '2026-08-01', '2026-08-07']);
});

it('a yearly range may run over New Year', () => {
  const dates = ['2025-12-23', '2025-12-24', '2025-12-31', '2026-01-02', '2026-01-03', '2031-12-30', '2100-01-01'];

  expect(closedWith(['--12-24/--01-02'], dates)).toEqual([
    '2025-12-24',
    '2025-12-31',
    '2026-01-02',
    '2031-12-30',
    '2100-01-01',
  ]);
});

it('a range over New Year of one turn of the year is no range of another', () => {
  expect(closedWith(['2026-12-24/2027-01-02'], ['2026-12-31', '2027-01-02', '2027-12-31', '2026-01-02'])).toEqual([
    '2026-12-31',
    '2027-01-02',
  ]);
});

it('a yearly range over the end of February holds the 29th', () => {
  expect(closedWith(['--02-28/--03-01'], ['2028-02-29', '2027-02-28', '2027-03-01', '2027-03-02'])).toEqual([
    '2028-02-29',
    '2027-02-28',
    '2027-03-01',
  ]);
});

it.each([
  ['2026-08-07/2026-07-27', 'EMPTY_INTERVAL'],
  ['2026-01-01/2027-06-01', 'OUT_OF_RANGE'],
  ['--12-24/2027-01-02', 'MALFORMED'],
  ['2026-07-27/2026-08-07/2026-08-08', 'MALFORMED'],
  ['--02-30', 'MALFORMED'],
  ['2026-02-30/2026-03-01', 'MALFORMED'],
  ['', 'MALFORMED'],
])('%s is refused', (text, code) => {
  const make = () => createCalendar({ zone: 'Etc/UTC', weekly, holidays: [text] });

  expect(make).toThrow(InputError);
  expect(make).toThrow(expect.objectContaining({ code, path: 'holidays[0]' }));
});
