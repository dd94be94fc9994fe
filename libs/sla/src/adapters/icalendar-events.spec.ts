import { readICalendarEvents } from './icalendar-events.js';

const RANGE = { zone: 'Europe/Berlin', from: '2026-03-01', to: '2026-04-30' };
const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ]
    .join('\r\n')
    .concat('\r\n');
const read = (...events: string[][]) =>
  readICalendarEvents(calendar(...events), RANGE).map(({ from, to, ...rest }) => ({
    ...rest,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  }));

it('reads events with their identity and sequence, in their zone, cancelled ones too', () => {
  expect(
    read(
      ['UID:a', 'SEQUENCE:2', 'SUMMARY:Disks', 'DTSTART;TZID=America/New_York:20260310T220000', 'DURATION:PT2H'],
      ['UID:b', 'SUMMARY:Network', 'STATUS:CANCELLED', 'DTSTART:20260311T010000Z', 'DTEND:20260311T030000Z'],
      ['UID:c', 'SUMMARY:Move', 'DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260330'],
      ['UID:d', 'SUMMARY:Long past', 'DTSTART:20250311T010000Z', 'DTEND:20250311T030000Z'],
    ),
  ).toEqual([
    {
      uid: 'a',
      series: null,
      sequence: 2,
      summary: 'Disks',
      isCancelled: false,
      from: '2026-03-11T02:00:00.000Z',
      to: '2026-03-11T04:00:00.000Z',
    },
    expect.objectContaining({ uid: 'b', isCancelled: true, sequence: 0 }),
    expect.objectContaining({ uid: 'c', from: '2026-03-28T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z' }),
  ]);
});

it('tells the times of a recurring event apart, also those that were moved or cancelled', () => {
  const weekly = ['UID:w', 'SEQUENCE:1', 'SUMMARY:Patches', 'DTSTART;TZID=Europe/Berlin:20260322T020000'];
  const times = read(
    [...weekly, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/Berlin:20260412T020000'],
    [
      'UID:w',
      'SEQUENCE:3',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260405T020000',
      'DTSTART;TZID=Europe/Berlin:20260406T040000',
      'DURATION:PT1H',
    ],
  );

  // 02:00 on the night when the clocks go forward is the moment they do.
  expect(times.map(({ uid, series, sequence, from }) => [uid, series, sequence, from])).toEqual([
    ['w/2026-03-22T01:00:00.000Z', 'w', 1, '2026-03-22T01:00:00.000Z'],
    ['w/2026-03-29T01:00:00.000Z', 'w', 1, '2026-03-29T01:00:00.000Z'],
    ['w/2026-04-05T00:00:00.000Z', 'w', 3, '2026-04-06T02:00:00.000Z'],
  ]);
});

it('reads times in a zone that the file describes itself, as Outlook does', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:W. Europe Standard Time',
    ...['BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
    ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ].join('\r\n');
  const zoned = ';TZID=W. Europe Standard Time:';
  const weekly = [
    'UID:w',
    `DTSTART${zoned}20260322T020000`,
    `DTEND${zoned}20260322T040000`,
    'RRULE:FREQ=WEEKLY;COUNT=3',
  ];
  const text = calendar([...weekly, `EXDATE${zoned}20260329T020000`]).replace(
    'BEGIN:VEVENT',
    `${zone}\r\nBEGIN:VEVENT`,
  );

  const times = readICalendarEvents(text, RANGE).map(({ from, to }) =>
    [from, to].map((at) => new Date(at).toISOString()),
  );
  expect(times).toEqual([
    ['2026-03-22T01:00:00.000Z', '2026-03-22T03:00:00.000Z'],
    ['2026-04-05T00:00:00.000Z', '2026-04-05T02:00:00.000Z'],
  ]);
});

it('keeps the first time of an event with further dates, once', () => {
  const dates = 'RDATE:20260313T010000Z,20260314T010000Z';
  const first = ['UID:r', 'DTSTART:20260311T010000Z', 'DTEND:20260311T030000Z'];
  const daysOf = (more: string) => read([...first, more]).map(({ from }) => from.slice(8, 10));
  expect(daysOf(dates)).toEqual(['11', '13', '14']);
  expect(daysOf(`${dates},20260311T010000Z`)).toEqual(['11', '13', '14']);
});

it('refuses what cannot be told apart, or is no calendar', () => {
  expect(() => read(['DTSTART:20260311T010000Z'])).toThrow('events[0].uid must be given');
  expect(() => read(['UID:a', 'DTSTART;TZID=Mars/Olympus:20260311T010000'])).toThrow('tzid');
  expect(() => readICalendarEvents('hello', RANGE)).toThrow('iCalendar');
});
