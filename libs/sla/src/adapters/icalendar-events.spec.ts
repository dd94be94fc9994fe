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
      isWholeDay: false,
      isCancelled: false,
      fault: null,
      from: '2026-03-11T02:00:00.000Z',
      to: '2026-03-11T04:00:00.000Z',
    },
    expect.objectContaining({ uid: 'b', isCancelled: true, sequence: 0 }),
    expect.objectContaining({
      uid: 'c',
      isWholeDay: true,
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T22:00:00.000Z',
    }),
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

const datesOf = (start: string, rule: string) =>
  readICalendarEvents(calendar(['UID:r', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`]), {
    zone: 'Etc/UTC',
    from: '2024-01-01',
    to: '2032-12-31',
  }).map(({ from }) => new Date(from).toISOString().slice(0, 10));

describe('a rule that comes to dates that there are not', () => {
  it.each([
    ['30 February, which is never', '20260101', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
    ['30 January in February', '20260130', 'FREQ=YEARLY;BYMONTH=2', []],
    ['31 April beside 30 April', '20310101', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30,31', ['2031-04-30', '2032-04-30']],
    ['29 February, every year', '20240229', 'FREQ=YEARLY', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['as often as is counted', '20240229', 'FREQ=YEARLY;COUNT=2', ['2024-02-29', '2028-02-29']],
    ['counted from one that is none', '20260101', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1', ['2028-02-29']],
    ['days of February in months', '20260101', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=29,30', ['2028-02-29', '2032-02-29']],
    ['30 February, day by day', '20260101', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', ['2026-01-01']],
    ['every seventh day, on another day', '20260106', 'FREQ=DAILY;INTERVAL=7;BYDAY=MO', ['2026-01-06']],
    ['last of the month, day by day', '20320229', 'FREQ=DAILY;BYMONTHDAY=-1;COUNT=2', ['2032-02-29', '2032-03-31']],
    ['29th from the end of February', '20260101', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-29', ['2028-02-01', '2032-02-01']],
  ])('skips them: %s', (_, start, rule, dates) => expect(datesOf(start, rule)).toEqual(dates));

  it('is refused where the search for one would have no end', () => {
    expect(() => datesOf('20260101', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30')).toThrow('events[0].rrule must recur by');
  });
});

describe('a rule by position', () => {
  const WORKDAYS = 'BYDAY=MO,TU,WE,TH,FR';

  it.each([
    [
      'the last working day of months',
      `FREQ=MONTHLY;${WORKDAYS};BYSETPOS=-1;UNTIL=20260301`,
      ['2026-01-30', '2026-02-27'],
    ],
    [
      'the second one of March',
      `FREQ=YEARLY;BYMONTH=3;${WORKDAYS};BYSETPOS=2;UNTIL=20271231`,
      ['2026-03-03', '2027-03-02'],
    ],
    [
      'Mondays, the fifth from the end',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-5;UNTIL=20260701',
      ['2026-03-02', '2026-06-01'],
    ],
  ])('is %s', (_, rule, dates) =>
    expect(datesOf('20260101', rule).filter((date) => date > '2026-01-01')).toEqual(dates),
  );

  it.each([
    ['FREQ=YEARLY;BYWEEKNO=10', 'must not recur by BYWEEKNO'],
    ['FREQ=YEARLY;BYWEEKNO=10;BYDAY=MO', 'must not recur by BYWEEKNO'],
    ...[
      'FREQ=YEARLY;BYDAY=MO;BYSETPOS=2',
      'FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1',
      'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1,2,3;BYSETPOS=2',
      'FREQ=MONTHLY;BYMONTHDAY=1,15;BYSETPOS=2',
      'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1,15;BYSETPOS=1',
      'FREQ=MONTHLY;BYDAY=MO;BYHOUR=1,2;BYSETPOS=3',
      'FREQ=MONTHLY;BYDAY=1MO,2TU;BYSETPOS=-1',
      'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=2',
    ].map((rule) => [rule, 'must recur by BYSETPOS only of the weekdays of one month']),
  ])('is refused where it is passed over or misread: %s', (rule, fault) => {
    expect(() => datesOf('20260105', rule)).toThrow(`events[0].rrule ${fault}`);
  });
});

it('refuses what cannot be told apart, or is no calendar', () => {
  expect(() => read(['DTSTART:20260311T010000Z'])).toThrow('events[0].uid must be given');
  expect(() => read(['UID:a', 'DTSTART;TZID=Mars/Olympus:20260311T010000'])).toThrow('tzid');
  expect(() => readICalendarEvents('hello', RANGE)).toThrow('iCalendar');
});

describe('a calendar of many events', () => {
  const many = (count: number, ...more: string[]) =>
    Array.from({ length: count }, (_, i) => [`UID:${i}`, 'DTSTART;VALUE=DATE:20260310', ...more]);

  it('is read in time that grows with their number', () => {
    const began = performance.now();
    expect(read(...many(10_000))).toHaveLength(10_000);
    // About one second; looking through all of them for each took twenty.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is refused where there are more than anybody follows', () => {
    expect(() => read(...many(10_001))).toThrow('must hold at most 10,000 events');
    expect(() => read(...many(400, 'RRULE:FREQ=DAILY'))).toThrow('at most 20,000 times of events that recur');
  });
});

it('moves a time of the event of its UID, and of no other that recurs at the same time', () => {
  const start = 'DTSTART:20260322T020000Z';
  const times = read(
    ['UID:a', 'SUMMARY:A', start, 'RRULE:FREQ=WEEKLY;COUNT=1'],
    ['UID:b', 'SUMMARY:B', start, 'RRULE:FREQ=WEEKLY;COUNT=1'],
    ['UID:b', 'SUMMARY:B', 'RECURRENCE-ID:20260322T020000Z', 'DTSTART:20260323T040000Z'],
  );
  expect(times.map(({ series, summary, from }) => [series, summary, from])).toEqual([
    ['a', 'A', '2026-03-22T02:00:00.000Z'],
    ['b', 'B', '2026-03-23T04:00:00.000Z'],
  ]);
});

it('says which events cannot be times', () => {
  const faults = readICalendarEvents(
    calendar(
      ['UID:a', 'DTSTART;VALUE=DATE:20260330'],
      ['UID:b', 'DTSTART;VALUE=DATE:20260230'],
      ['UID:c', 'DTSTART:20260310T010000Z', 'DTEND:20260309T010000Z'],
    ),
    RANGE,
  ).map(({ uid, fault }) => [uid, fault]);
  expect(faults).toEqual([
    ['a', null],
    ['b', 'There is no 2026-02-30.'],
    ['c', 'It ends before it begins.'],
  ]);
});
