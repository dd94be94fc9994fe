import {
  ALWAYS_OPEN,
  type CalendarDefinition,
  createCalendar,
  InputError,
  isOpen,
  openPeriods,
  openTimeBetween,
} from '../index.js';

const at = (text: string) => Date.parse(text);
const week = (...hours: [string, string][]): CalendarDefinition['weekly'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const openOn = (definition: CalendarDefinition, from: string, to: string) =>
  openPeriods(createCalendar(definition), { from: at(from), to: at(to) }).map((period) => [
    new Date(period.from).toISOString().slice(5, 16),
    new Date(period.to).toISOString().slice(5, 16),
  ]);

describe('a calendar', () => {
  it('is the same object for the same content, however it was written', () => {
    const one = createCalendar({
      zone: 'Etc/UTC',
      weekly: { mon: [['09:00', '17:00']], tue: [] },
      holidays: ['2026-05-01', '--12-25'],
    });
    const other = createCalendar({
      weekly: { tue: [], mon: [['09:00', '17:00']] },
      holidays: ['--12-25', '2026-05-01'],
      zone: 'Etc/UTC',
    });

    expect(other).toBe(one);
  });

  it('is the same without its closed days, in any order of its hours, and with a holiday written twice', () => {
    const [morning, afternoon]: [string, string][] = [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ];
    const one = { zone: 'Etc/UTC', weekly: { mon: [morning!, afternoon!] }, holidays: ['--12-25'] };
    const other = {
      weekly: { tue: [], mon: [afternoon!, morning!] },
      holidays: ['--12-25', '--12-25'],
      breaks: { '2026-03-02': [] },
    };

    expect(createCalendar({ ...other, zone: 'Etc/UTC' })).toBe(createCalendar(one));
  });

  it('is not changed by a later change of what it was made from', () => {
    const hours: [string, string][] = [['09:00', '17:00']];
    const calendar = createCalendar({ zone: 'Asia/Tokyo', weekly: { mon: hours } });
    hours[0]![1] = '12:00';

    expect(calendar.definition.weekly.mon).toEqual([['09:00', '17:00']]);
    expect(Object.isFrozen(calendar.definition.weekly.mon)).toBe(true);
  });

  it('knows that it never closes', () => {
    expect(ALWAYS_OPEN.alwaysOpen).toBe(true);
    expect(openTimeBetween(ALWAYS_OPEN, 5, 12)).toBe(7);
  });

  it('lets a night shift belong to the day on which it opens', () => {
    const nights = createCalendar({ zone: 'Etc/UTC', weekly: week(['22:00', '06:00']) });

    expect(isOpen(nights, at('2026-03-07T01:00Z'))).toBe(true); // Saturday, opened on Friday
    expect(isOpen(nights, at('2026-03-09T01:00Z'))).toBe(false); // Monday, nothing opened on Sunday
  });

  it('closes on a holiday the shifts that open on it, and only those', () => {
    const nights = { zone: 'Etc/UTC', weekly: week(['22:00', '06:00']), holidays: ['2026-03-04'] };

    expect(openOn(nights, '2026-03-03T12:00Z', '2026-03-06T12:00Z')).toEqual([
      ['03-03T22:00', '03-04T06:00'],
      ['03-05T22:00', '03-06T06:00'],
    ]);
  });

  it('lets a holiday win over an override, an override replace the week, and a break take out', () => {
    const definition = {
      zone: 'Etc/UTC',
      weekly: week(['09:00', '17:00']),
      holidays: ['2026-03-02'],
      overrides: { '2026-03-02': [['10:00', '11:00']], '2026-03-07': [['10:00', '14:00']] },
      breaks: { '2026-03-03': [['12:00', '13:00']] },
    } satisfies CalendarDefinition;

    expect(openOn(definition, '2026-03-02T00:00Z', '2026-03-04T00:00Z')).toEqual([
      ['03-03T09:00', '03-03T12:00'],
      ['03-03T13:00', '03-03T17:00'],
    ]);
    expect(openOn(definition, '2026-03-07T00:00Z', '2026-03-09T00:00Z')).toEqual([['03-07T10:00', '03-07T14:00']]);
  });

  it('has 25 hours on the Sunday on which clocks are set back', () => {
    const sundays = createCalendar({ zone: 'Europe/Paris', weekly: { sun: [['00:00', '24:00']] } });

    expect(openTimeBetween(sundays, at('2020-10-24T22:00Z'), at('2020-10-25T23:00Z'))).toBe(25 * 3_600_000);
  });

  it('clamps an opening in the spring gap to the change', () => {
    const gap = { zone: 'America/Los_Angeles', weekly: { sun: [['02:30', '03:15']] } } satisfies CalendarDefinition;

    expect(openOn(gap, '2006-04-02T00:00Z', '2006-04-03T00:00Z')).toEqual([['04-02T10:00', '04-02T10:15']]);
  });

  it('takes the first occurrence of a repeated hour, for openings and closings', () => {
    const early = { zone: 'America/New_York', weekly: { sun: [['00:00', '01:30']] } } satisfies CalendarDefinition;

    expect(openOn(early, '2014-11-02T00:00Z', '2014-11-03T00:00Z')).toEqual([['11-02T04:00', '11-02T05:30']]);
  });

  it('does not open on the day that Samoa skipped', () => {
    const fridays = { zone: 'Pacific/Apia', weekly: { fri: [['09:00', '17:00']] } } satisfies CalendarDefinition;

    expect(openOn(fridays, '2011-12-28T00:00Z', '2012-01-05T00:00Z')).toEqual([]);
  });
});

describe('a calendar refuses', () => {
  const refused: [what: string, definition: object, code: string, path: string][] = [
    ['an unknown zone', { zone: 'Mars/Olympus', weekly: week(['09:00', '17:00']) }, 'UNKNOWN_ZONE', 'zone'],
    ['an offset in place of a zone', { zone: '+02:00', weekly: week(['09:00', '17:00']) }, 'UNKNOWN_ZONE', 'zone'],
    ['overlapping shifts', { weekly: week(['09:00', '13:00'], ['12:00', '17:00']) }, 'OVERLAP', 'weekly.mon'],
    [
      'a night that runs into the morning',
      { weekly: week(['05:00', '07:00'], ['22:00', '06:00']) },
      'OVERLAP',
      'weekly.tue',
    ],
    ['a day that ends at 23:59', { weekly: week(['00:00', '23:59']) }, 'MALFORMED', 'weekly.mon[0][1]'],
    ['an hour that no clock has', { weekly: week(['09:00', '25:00']) }, 'MALFORMED', 'weekly.mon[0][1]'],
    ['an unknown weekday', { weekly: { monday: [['09:00', '17:00']] } }, 'MALFORMED', 'weekly'],
    ['a date that is none', { weekly: week(['09:00', '17:00']), holidays: ['2026-02-30'] }, 'MALFORMED', 'holidays[0]'],
    [
      'a yearly date that is none',
      { weekly: week(['09:00', '17:00']), holidays: ['--13-01'] },
      'MALFORMED',
      'holidays[0]',
    ],
    [
      'a break over midnight',
      { weekly: week(['09:00', '17:00']), breaks: { '2026-03-03': [['23:00', '01:00']] } },
      'EMPTY_INTERVAL',
      'breaks.2026-03-03[0]',
    ],
    [
      'the second of two holidays, as it was written',
      { weekly: week(['09:00', '17:00']), holidays: ['2026-05-01', '--13-01'] },
      'MALFORMED',
      'holidays[1]',
    ],
    [
      'a night of one date that runs into the hours of the next',
      { weekly: week(['09:00', '17:00']), overrides: { '2026-03-02': [['20:00', '09:30']] } },
      'OVERLAP',
      'overrides.2026-03-02',
    ],
    [
      'a date that begins within the night of the week',
      { weekly: week(['22:00', '06:00']), overrides: { '2026-03-03': [['05:00', '07:00']] } },
      'OVERLAP',
      'overrides.2026-03-03',
    ],
    [
      'a holiday of another age',
      { weekly: week(['09:00', '17:00']), holidays: ['1850-01-01'] },
      'OUT_OF_RANGE',
      'holidays[0]',
    ],
    ['no open time at all', { weekly: {} }, 'NO_OPEN_TIME', 'weekly'],
    [
      'a single date that is a holiday',
      { weekly: {}, holidays: ['2026-03-03'], overrides: { '2026-03-03': [['09:00', '17:00']] } },
      'NO_OPEN_TIME',
      'weekly',
    ],
  ];

  it.each(refused)('%s', (_, definition, code, path) => {
    const make = () => createCalendar({ zone: 'Etc/UTC', weekly: {}, ...definition } as CalendarDefinition);

    expect(make).toThrow(InputError);
    expect(make).toThrow(expect.objectContaining({ code, path }));
  });
});
