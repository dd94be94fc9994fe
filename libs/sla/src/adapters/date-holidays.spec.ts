import { createCalendar, isBusinessDay } from '../index.js';
import { publicHolidays } from './date-holidays.js';

it('lists the public holidays of a country and of a state', () => {
  const germany = publicHolidays({ country: 'DE' }, [2026]);
  const bavaria = publicHolidays({ country: 'DE', state: 'BY' }, [2026]);

  expect(germany).toEqual([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-10-03',
    '2026-12-25',
    '2026-12-26',
  ]);
  expect(bavaria.filter((date) => !germany.includes(date))).toEqual(
    expect.arrayContaining(['2026-01-06', '2026-06-04', '2026-11-01']),
  );
});

it('takes several years, in order', () => {
  const dates = publicHolidays({ country: 'US' }, [2027, 2026]);

  expect(dates).toEqual([...dates].sort());
  expect(dates).toEqual(expect.arrayContaining(['2026-11-26', '2027-11-25']));
});

it('names the date whose noon a holiday covers', () => {
  expect(publicHolidays({ country: 'IL' }, [2026])).toContain('2026-09-21'); // Yom Kippur, from the evening before
});

it('closes a calendar', () => {
  const calendar = createCalendar({
    zone: 'Europe/Paris',
    weekly: { tue: [['09:00', '17:00']] },
    holidays: publicHolidays({ country: 'FR' }, [2026]),
  });

  expect([isBusinessDay(calendar, '2026-07-14'), isBusinessDay(calendar, '2026-07-21')]).toEqual([false, true]);
});

it.each([
  [{ country: 'XX' }, [2026], 'country'],
  [{ country: 'DE', state: 'ZZ' }, [2026], 'state'],
  [{ country: 'DE', state: 'BY', region: 'ZZ' }, [2026], 'region'],
  [{ country: 'DE' }, [2026, 1899], 'years[1]'],
])('refuses %j in %j', (place, years, path) => {
  expect(() => publicHolidays(place, years)).toThrow(expect.objectContaining({ path }));
});
