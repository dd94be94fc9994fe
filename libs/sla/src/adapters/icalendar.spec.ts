import { createCalendar, InputError, isBusinessDay, isOpen } from '../index.js';
import { readICalendar } from './icalendar.js';

const text = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Holidays//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const reading = { zone: 'Europe/Berlin', from: '2026-01-01', to: '2028-12-31' };
const holidays = (...events: string[]) => readICalendar(text(...events), reading).holidays;

describe('all-day events', () => {
  it('are holidays, from their first date to the one before their end', () => {
    expect(
      holidays(
        event('UID:1', 'SUMMARY:Labour Day', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260502'),
        event('UID:2', 'SUMMARY:Works closed', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'),
        event('UID:3', 'DTSTART;VALUE=DATE:20260403'),
      ),
    ).toEqual(['2026-04-03', '2026-05-01', '2026-12-30', '2026-12-31', '2027-01-01']);
  });

  it('recur every year of the range, but for the exceptions', () => {
    const christmas = ['UID:1', 'DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20271225'];

    expect(holidays(event(...christmas))).toEqual(['2026-12-25', '2028-12-25']);
  });

  it('recur by weekday, until their end, and on further dates', () => {
    const thanksgiving = [
      'UID:1',
      'DTSTART;VALUE=DATE:20251127',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231',
    ];

    expect(holidays(event(...thanksgiving, 'RDATE;VALUE=DATE:20260105'))).toEqual([
      '2026-01-05',
      '2026-11-26',
      '2027-11-25',
    ]);
  });

  it('may be moved or cancelled for one year', () => {
    const rule = event('UID:1', 'DTSTART;VALUE=DATE:20260601', 'RRULE:FREQ=YEARLY');
    const moved = event('UID:1', 'RECURRENCE-ID;VALUE=DATE:20270601', 'DTSTART;VALUE=DATE:20270604');
    const cancelled = event(
      'UID:1',
      'RECURRENCE-ID;VALUE=DATE:20280601',
      'DTSTART;VALUE=DATE:20280601',
      'STATUS:CANCELLED',
    );

    expect(holidays(rule, moved, cancelled)).toEqual(['2026-06-01', '2027-06-04']);
    expect(holidays(event('UID:2', 'DTSTART;VALUE=DATE:20260501', 'STATUS:CANCELLED'))).toEqual([]);
  });

  it.each([
    ['DTSTART;VALUE=DATE:20260230', 'dtstart', '2026-02-30'],
    ['DTSTART;VALUE=DATE:20261301', 'dtstart', '2026-13-01'],
    ['DTSTART;VALUE=DATE:20260227\r\nDTEND;VALUE=DATE:20260229', 'dtend', '2026-02-29'],
    ['DTSTART;VALUE=DATE:20260227\r\nRDATE;VALUE=DATE:20260305,20260431', 'rdate', '2026-04-31'],
  ])('are refused on a date that no calendar has: %s', (lines, name, date) => {
    expect(() => holidays(event('UID:1', 'DTSTART;VALUE=DATE:20260101'), event('UID:2', lines))).toThrow(
      `events[1].${name} must be a date of the calendar, but it is "${date}".`,
    );
    expect(holidays(event('UID:2', 'DTSTART;VALUE=DATE:20280229'))).toEqual(['2028-02-29']);
  });
});

describe('events with a time of day', () => {
  const shopping = event(
    'UID:1',
    'DTSTART;TZID=America/New_York:20261128T080000',
    'DTEND;TZID=America/New_York:20261128T120000',
  );

  it('are hours of their date, on the wall clock of the calendar', () => {
    const dates = readICalendar(text(shopping), { ...reading, timed: 'overrides' });
    const calendar = createCalendar({ zone: 'Europe/Berlin', weekly: { mon: [['09:00', '17:00']] }, ...dates });

    expect(dates.overrides).toEqual({ '2026-11-28': [['14:00', '18:00']] });
    expect(isOpen(calendar, Date.parse('2026-11-28T13:00Z'))).toBe(true);
    expect(isBusinessDay(calendar, '2026-11-27')).toBe(false);
  });

  it('are time taken out, date by date', () => {
    const night = event('UID:1', 'DTSTART:20261127T210000Z', 'DURATION:PT6H');

    expect(readICalendar(text(night), { ...reading, timed: 'breaks' }).breaks).toEqual({
      '2026-11-27': [['22:00', '24:00']],
      '2026-11-28': [['00:00', '04:00']],
    });
  });

  it('recur, also on the wall clock of a zone of their own', () => {
    const weekly = event('UID:1', 'DTSTART:20260323T120000', 'DTEND:20260323T130000', 'RRULE:FREQ=WEEKLY;COUNT=2');

    expect(readICalendar(text(weekly), { ...reading, timed: 'breaks' }).breaks).toEqual({
      '2026-03-23': [['12:00', '13:00']],
      '2026-03-30': [['12:00', '13:00']],
    });
  });

  it('are hours that a calendar takes, also when they overlap or end at 23:59', () => {
    const from = (start: string, end: string) => event('UID:1', `DTSTART:202611${start}00`, `DTEND:202611${end}00`);
    const written = text(
      from('28T0900', '28T1300'),
      from('28T1200', '28T1400'),
      from('28T2000', '28T2359'),
      from('29T2200', '30T0600'),
      from('30T0500', '30T0530'),
      from('05T0800', '05T2000'),
      from('05T1900', '06T1800'),
    );
    const { overrides } = readICalendar(written, { ...reading, timed: 'overrides' });

    expect(overrides).toEqual({
      '2026-11-28': [
        ['09:00', '14:00'],
        ['20:00', '24:00'],
      ],
      '2026-11-29': [['22:00', '05:00']],
      '2026-11-30': [['05:00', '06:00']],
      '2026-11-05': [['08:00', '08:00']],
      '2026-11-06': [['08:00', '18:00']],
    });
    expect(createCalendar({ zone: 'Europe/Berlin', weekly: {}, overrides }).definition.overrides).toEqual(overrides);
    const { breaks } = readICalendar(written, { ...reading, timed: 'breaks' });
    expect(breaks['2026-11-28']).toEqual(overrides['2026-11-28']);
    expect(breaks['2026-11-05']).toEqual([['08:00', '24:00']]);
    createCalendar({ zone: 'Europe/Berlin', weekly: { mon: [['09:00', '17:00']] }, breaks });
  });

  it('are refused where nobody said what they are', () => {
    expect(() => holidays(shopping)).toThrow(expect.objectContaining({ code: 'MISSING', path: 'timed' }));
  });
});

describe('what is refused', () => {
  it.each([
    ['no iCalendar text', 'BEGIN:VEVENT', 'MALFORMED', 'text'],
    ['an empty text', '', 'MALFORMED', 'text'],
    ['an event without a start', text(event('UID:1')), 'MISSING', 'events[0].dtstart'],
    [
      'a zone that does not exist',
      text(event('UID:1', 'DTSTART;TZID=Mars/Base:20261127T210000', 'DURATION:PT1H')),
      'UNKNOWN_ZONE',
      'events[0].dtstart.tzid',
    ],
    [
      'hours longer than a day',
      text(event('UID:1', 'DTSTART:20261127T210000Z', 'DURATION:PT25H')),
      'EMPTY_INTERVAL',
      'events[0]',
    ],
    [
      'a second event of another century',
      text(
        event('UID:1', 'DTSTART:20280301T090000Z', 'DURATION:PT1H'),
        event('UID:2', 'DTSTART:18000101T090000Z', 'DURATION:PT1H'),
      ),
      'OUT_OF_RANGE',
      'events[1]',
    ],
    [
      'a further date that is a period',
      text(event('UID:1', 'DTSTART:20280301T090000Z', 'DURATION:PT1H', 'RDATE;VALUE=PERIOD:20280302T090000Z/PT1H')),
      'MALFORMED',
      'events[0]',
    ],
    [
      'an event of every minute of years',
      text(event('UID:1', 'DTSTART:20200101T000000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY')),
      'OUT_OF_RANGE',
      'events[0].rrule',
    ],
  ])('%s', (_, written, code, path) => {
    const read = () => readICalendar(written, { ...reading, from: '2028-01-01', timed: 'overrides' });

    expect(read).toThrow(InputError);
    expect(read).toThrow(expect.objectContaining({ code, path }));
  });

  it('a range that ends before it begins', () => {
    expect(() => readICalendar(text(), { ...reading, to: '2025-12-31' })).toThrow(
      expect.objectContaining({ code: 'EMPTY_INTERVAL', path: 'to' }),
    );
  });
});
