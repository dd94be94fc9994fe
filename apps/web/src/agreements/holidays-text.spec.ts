import { expect, it } from 'vitest';
import { formatHolidays, parseHolidays } from './holidays-text';

it('reads days of a year and days of every year, a line each', () => {
  expect(parseHolidays('2026-04-03\n 12-25 \n\n--01-01, 02-29')).toEqual([
    '2026-04-03',
    '--12-25',
    '--01-01',
    '--02-29',
  ]);
  expect(parseHolidays('')).toEqual([]);
});

it.each(['Christmas', '2026-02-29', '13-01', '25.12.2026'])('cannot read "%s"', (text) =>
  expect(parseHolidays(text)).toBeNull(),
);

it('writes what it reads', () => {
  const dates = ['2026-04-03', '--12-25'];
  expect(parseHolidays(formatHolidays(dates))).toEqual(dates);
});
