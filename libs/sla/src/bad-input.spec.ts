import { publicHolidays } from './adapters/date-holidays.js';
import { readICalendar } from './adapters/icalendar.js';
import {
  addBusinessDays,
  addMonths,
  addMonthsAt,
  addOpenTime,
  ALWAYS_OPEN,
  applyEvent,
  businessDaysBetween,
  changeTarget,
  clockOfCycles,
  createCalendar,
  createClockTerms,
  daysAround,
  deadlineInDays,
  deadlineOf,
  InputError,
  instantOfWall,
  intersectionOf,
  isBusinessDay,
  isOpen,
  judgeClock,
  judgeClockInDays,
  judgeHistory,
  nextOpen,
  openPeriods,
  openTimeBetween,
  prevOpen,
  replay,
  replayLog,
  runningTimeOf,
  subtractOpenTime,
  targetsByPriority,
  thresholdAt,
  thresholdDaysAt,
  unionOf,
} from './index.js';

// Every public function of calendars, clocks and adapters: whatever stands in the place of a value that it needs is
// refused, at its path.

const NOTHING = [null, undefined, NaN, '', {}];
const week = { mon: [['09:00', '17:00']] };
const definition = { zone: 'Etc/UTC', weekly: week };
const clock = { calendar: ALWAYS_OPEN, startAt: 0, targetMs: 1, pauses: [], stopAt: 1 };
const days = { ...clock, targetDays: 1, endOfWorkingDay: false };
const terms = createClockTerms({ calendar: ALWAYS_OPEN, targets: [{ targetMs: 1 }] });
const started = replay([{ kind: 'start', at: 0 }], terms);
const change = { at: 0, targetMs: 1 };
const reading = { zone: 'Etc/UTC', from: '2026-01-01', to: '2026-12-31', timed: 'breaks' };

type Call = (...inputs: never[]) => unknown;

/** A function, what it accepts, and the path of each input that it needs. */
const calls: [Call, unknown[], ...paths: string[]][] = [
  [isOpen, [ALWAYS_OPEN, 0], 'calendar', 'at'],
  [nextOpen, [ALWAYS_OPEN, 0], 'calendar', 'at'],
  [prevOpen, [ALWAYS_OPEN, 0], 'calendar', 'at'],
  [openTimeBetween, [ALWAYS_OPEN, 0, 1], 'calendar', 'from', 'to'],
  [addOpenTime, [ALWAYS_OPEN, 0, 1], 'calendar', 'at', 'durationMs'],
  [subtractOpenTime, [ALWAYS_OPEN, 0, 1], 'calendar', 'at', 'durationMs'],
  [openPeriods, [ALWAYS_OPEN, { from: 0, to: 1 }], 'calendar', 'range'],
  [isBusinessDay, [ALWAYS_OPEN, '2026-01-01'], 'calendar', 'date'],
  [addBusinessDays, [ALWAYS_OPEN, '2026-01-01', 1], 'calendar', 'date', 'days'],
  [businessDaysBetween, [ALWAYS_OPEN, '2026-01-01', '2026-01-02'], 'calendar', 'from', 'to'],
  [addMonths, ['2026-01-01', 1], 'date', 'months'],
  [addMonthsAt, [ALWAYS_OPEN, 0, 1], 'calendar', 'at', 'months'],
  [instantOfWall, ['Etc/UTC', 0], 'zone', 'wallMs'],
  [unionOf, [[ALWAYS_OPEN]], 'calendars'],
  [intersectionOf, [[ALWAYS_OPEN]], 'calendars'],
  [createCalendar, [definition], 'definition'],
  [deadlineOf, [clock], 'clock'],
  [judgeClock, [clock], 'clock'],
  [deadlineInDays, [days], 'clock'],
  [judgeClockInDays, [days], 'clock'],
  [changeTarget, [clock, change], 'clock', 'change'],
  [thresholdAt, [ALWAYS_OPEN, 0, 1], 'calendar', 'dueAt', 'offsetMs'],
  [thresholdDaysAt, [ALWAYS_OPEN, 0, 1], 'calendar', 'dueAt', 'offsetDays'],
  [daysAround, ['Etc/UTC', { from: 0, to: 1 }], 'zone', 'stretch'],
  [runningTimeOf, [clock], 'clock'],
  [clockOfCycles, [[{ from: 0, to: 1 }]], 'cycles'],
  [createClockTerms, [{ calendar: ALWAYS_OPEN, targets: [{ targetMs: 1 }] }], 'definition'],
  [replay, [[{ kind: 'start', at: 0 }], terms], 'events', 'terms'],
  [replayLog, [[{ ref: 'one', kind: 'start', at: 0 }], terms], 'events', 'terms'],
  [applyEvent, [started, { kind: 'stop', at: 1 }], 'history', 'event'],
  [judgeHistory, [started], 'history'],
  [readICalendar, ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', reading], 'text', 'reading'],
  [publicHolidays, [{ country: 'DE' }, [2026]], 'place', 'years'],
];

const refusalOf = (call: () => unknown): unknown => {
  try {
    call();
  } catch (error) {
    return error;
  }
  return 'accepted';
};

const printed = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value) || "''");

describe.each(calls.map(([call, inputs, ...paths]) => ({ name: call.name, call, inputs, paths })))(
  '$name',
  ({ call, inputs, paths }) => {
    it('takes what it needs', () => {
      expect(refusalOf(() => call(...(inputs as never[])))).toBe('accepted');
    });

    it.each(paths.flatMap((path, i) => NOTHING.map((value) => ({ path, i, value, told: printed(value) }))))(
      'refuses $told as its $path',
      ({ path, i, value }) => {
        const error = refusalOf(() => call(...(inputs.with(i, value) as never[])));

        expect(error).toBeInstanceOf(InputError);
        // An object without fields lacks the first one that is needed.
        if (JSON.stringify(value) !== '{}') expect(error).toMatchObject({ path });
      },
    );
  },
);

describe.each<[string, Call, unknown[], path: string]>([
  ['a definition for a calendar', unionOf, [[definition, ALWAYS_OPEN]], 'calendars[0]'],
  ['a definition for a second calendar', intersectionOf, [[ALWAYS_OPEN, definition]], 'calendars[1]'],
  ['a zone that is none', unionOf, [[ALWAYS_OPEN], null], 'zone'],
  ['a rule of days that is none', addBusinessDays, [ALWAYS_OPEN, '2026-01-01', 1, 'roll'], 'rule'],
  ['months that lead beyond 2199', addMonths, ['2199-12-31', 1], 'months'],
  ['more months than there are', addMonths, ['2026-01-01', 1e15], 'months'],
  ['a date beyond 2199', addMonths, ['9999-12-31', 3600], 'date'],
  ['no week', createCalendar, [{ ...definition, weekly: null }], 'weekly'],
  ['a weekday that is no list', createCalendar, [{ ...definition, weekly: { mon: null } }], 'weekly.mon'],
  ['no holidays', createCalendar, [{ ...definition, holidays: null }], 'holidays'],
  ['no overrides', createCalendar, [{ ...definition, overrides: null }], 'overrides'],
  ['breaks that are a text', createCalendar, [{ ...definition, breaks: 'x' }], 'breaks'],
  [
    'breaks of a date that are a text',
    createCalendar,
    [{ ...definition, breaks: { '2026-03-02': 'x' } }],
    'breaks.2026-03-02',
  ],
  ['a number of no end', createCalendar, [{ ...definition, zone: 1n }], 'zone'],
  ['a number of no end as a holiday', createCalendar, [{ ...definition, holidays: [1n] }], 'holidays[0]'],
  [
    'a time in a list',
    createCalendar,
    [{ ...definition, weekly: { mon: [[['09:00'], '17:00']] } }],
    'weekly.mon[0][0]',
  ],
  ['a clock without pauses', judgeClock, [{ ...clock, pauses: undefined }], 'pauses'],
  ['a pause that is none', judgeClock, [{ ...clock, pauses: [null] }], 'pauses[0]'],
  ['a clock without a calendar', judgeClock, [{ ...clock, calendar: undefined }], 'calendar'],
  ['a clock with a definition', judgeClock, [{ ...clock, calendar: definition }], 'calendar'],
  ['days with a definition', judgeClockInDays, [{ ...days, calendar: definition }], 'calendar'],
  ['an asOf that is no instant', deadlineOf, [clock, NaN], 'asOf'],
  ['a change to a definition', changeTarget, [clock, { ...change, calendar: definition }], 'change.calendar'],
  ['a zone that is unknown', instantOfWall, ['X/Y', 0], 'zone'],
  ['a wall time of no year', instantOfWall, ['Etc/UTC', 9e15], 'wallMs'],
  ['a cycle that is none', clockOfCycles, [[null]], 'cycles[0]'],
  ['a target that is none', createClockTerms, [{ calendar: ALWAYS_OPEN, targets: [null] }], 'targets[0]'],
  [
    'conditions that are none',
    createClockTerms,
    [{ calendar: ALWAYS_OPEN, targets: [{ targetMs: 1, when: null }] }],
    'targets[0].when',
  ],
  ['targets that are none', targetsByPriority, [null], 'targetMs'],
  ['a target of a priority that is none', targetsByPriority, [{ P1: NaN }], 'targetMs.P1'],
  ['an event that is none', replay, [[null], terms], 'events[0]'],
  ['terms that nobody checked', replay, [[], { ...terms }], 'terms'],
  ['an event of nobody', replayLog, [[{ kind: 'start', at: 0 }], terms], 'events[0].ref'],
  ['a subject that is none', replay, [[{ kind: 'start', at: 0, subject: 'P1' }], terms], 'events[0].subject'],
  ['a change to no priority', applyEvent, [started, { kind: 'priorityChange', at: 1 }], 'event.priority'],
  ['a change to no policy', applyEvent, [started, { kind: 'policyChange', at: 1 }], 'event.terms'],
  ['a judgement at no instant', judgeHistory, [started, null], 'asOf'],
  ['events that are nothing', readICalendar, ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', { ...reading, timed: 'x' }], 'timed'],
  ['a country that is none', publicHolidays, [{ country: null }, [2026]], 'country'],
  ['a year that is none', publicHolidays, [{ country: 'DE' }, [null]], 'years[0]'],
])('%s', (_, call, inputs, path) => {
  it(`is refused at ${path}`, () => {
    const error = refusalOf(() => call(...(inputs as never[])));

    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ path });
  });
});

it('what holds itself, or cannot be written, is named all the same', () => {
  const holdsItself: { me?: unknown } = {};
  holdsItself.me = holdsItself;

  expect(new InputError('MALFORMED', 'zone', holdsItself, 'must be a zone').message).toContain('zone must be a zone');
  expect(new InputError('MALFORMED', 'zone', [1n], 'must be a zone').message).toContain('1n');
});
