import { addBusinessDays, businessDaysBetween, createCalendar, isBusinessDay } from '../index.js';

const hours: [string, string][] = [['09:00', '17:00']];
const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const office = createCalendar({ zone: 'Europe/Berlin', weekly, holidays: ['--12-25', '--12-26'] });

it('counts open dates from a closed one, or rolls to an open one first', () => {
  expect(addBusinessDays(office, '2026-03-07', 1, 'count')).toBe('2026-03-09'); // Saturday
  expect(addBusinessDays(office, '2026-03-07', 1, 'rollFirst')).toBe('2026-03-10');
  expect(addBusinessDays(office, '2026-03-07', -1, 'rollFirst')).toBe('2026-03-05');
});

it('stays on the date for 0 days, unless it rolls', () => {
  expect(addBusinessDays(office, '2026-12-25', 0)).toBe('2026-12-25');
  expect(addBusinessDays(office, '2026-12-25', 0, 'rollFirst')).toBe('2026-12-28');
});

it('counts between dates by which end belongs to the range', () => {
  expect(businessDaysBetween(office, '2026-12-24', '2026-12-28')).toEqual({
    fromInclusive: 1,
    toInclusive: 1,
    bothInclusive: 2,
  });
  expect(businessDaysBetween(office, '2026-12-28', '2026-12-24')).toEqual({
    fromInclusive: -1,
    toInclusive: -1,
    bothInclusive: -2,
  });
  expect(businessDaysBetween(office, '2026-12-25', '2026-12-26')).toEqual({
    fromInclusive: 0,
    toInclusive: 0,
    bothInclusive: 0,
  });
});

it('knows a business day', () => {
  expect([isBusinessDay(office, '2026-12-24'), isBusinessDay(office, '2026-12-25')]).toEqual([true, false]);
});

it.each(['2026-13-01', '2026-2-1', 'tomorrow'])('refuses %s as a date', (date) => {
  expect(() => addBusinessDays(office, date, 1)).toThrow(expect.objectContaining({ code: 'MALFORMED', path: 'date' }));
});

it('does not know a date that the zone skipped', () => {
  const apia = createCalendar({ zone: 'Pacific/Apia', weekly });

  expect(isBusinessDay(apia, '2011-12-30')).toBe(false);
  expect(addBusinessDays(apia, '2011-12-29', 1)).toBe('2012-01-02');
});

it('does not know a skipped date either when its night goes on into the next', () => {
  const nights = createCalendar({ zone: 'Pacific/Apia', weekly: { fri: [['22:00', '04:00']] } });

  expect(isBusinessDay(nights, '2011-12-30')).toBe(false);
  expect(addBusinessDays(nights, '2011-12-23', 1)).toBe('2012-01-06');
});

it('counts a date on which hours are planned, also when a break takes all of them', () => {
  expect(
    isBusinessDay(createCalendar({ zone: 'Europe/Berlin', weekly, breaks: { '2026-03-10': hours } }), '2026-03-10'),
  ).toBe(true);
});

it('refuses to count beyond the last date on which anything opens', () => {
  const once = createCalendar({ zone: 'Etc/UTC', weekly: {}, overrides: { '2026-03-09': hours } });

  expect(addBusinessDays(once, '2026-03-01', 1)).toBe('2026-03-09');
  expect(() => addBusinessDays(once, '2026-03-01', 2)).toThrow(
    expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'days', value: 2 }),
  );
});
