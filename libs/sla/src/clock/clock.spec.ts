import {
  ALWAYS_OPEN,
  changeTarget,
  clockOfCycles,
  createCalendar,
  deadlineInDays,
  deadlineOf,
  judgeClock,
  thresholdAt,
  thresholdDaysAt,
} from '../index.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-03-${text}Z`);
const hours: [string, string][] = [['09:00', '17:00']];
const office = createCalendar({
  zone: 'Etc/UTC',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});
const clock = { calendar: office, startAt: at('06T15:00'), targetMs: 2 * HOUR, pauses: [] }; // a Friday

describe('a clock', () => {
  it('is met up to the far deadline, because no open time has passed', () => {
    expect(judgeClock({ ...clock, stopAt: at('09T09:00') })).toMatchObject({
      state: 'met',
      elapsedMs: 2 * HOUR,
      remainingMs: 0,
    });
    expect(judgeClock({ ...clock, stopAt: at('09T09:00') + 1 })).toMatchObject({ state: 'breached', remainingMs: -1 });
  });

  it('runs until its time is used up, then is breached without a stop', () => {
    expect(judgeClock({ ...clock, asOf: at('09T09:00') }).state).toBe('running');
    expect(judgeClock({ ...clock, asOf: at('09T09:00') + 1 }).state).toBe('breached');
  });

  it('does not know a stop that comes after asOf', () => {
    expect(judgeClock({ ...clock, stopAt: at('06T16:00'), asOf: at('06T15:30') }).state).toBe('running');
  });

  it('takes out only the open time of pauses, united', () => {
    const pauses = [
      { from: at('06T16:00'), to: at('06T16:30') },
      { from: at('06T16:15'), to: at('07T12:00') },
    ];

    expect(judgeClock({ ...clock, pauses, stopAt: at('09T10:00') })).toMatchObject({
      dueAt: { near: at('09T10:00'), far: at('09T10:00') },
      state: 'met',
    });
  });

  it('ends an open pause at the stop', () => {
    const paused = { ...clock, pauses: [{ from: at('06T16:00'), to: null }] };

    expect(judgeClock({ ...paused, stopAt: at('31T12:00') })).toMatchObject({
      state: 'met',
      elapsedMs: HOUR,
      paused: false,
    });
    expect(judgeClock({ ...paused, asOf: at('09T12:00') })).toMatchObject({
      state: 'running',
      paused: true,
      dueAt: { near: at('09T13:00') },
    });
  });

  it('explains itself in steps', () => {
    const { explanation } = judgeClock({
      ...clock,
      pauses: [{ from: at('06T16:00'), to: at('06T16:30') }],
      stopAt: at('09T10:00'),
    });

    expect(explanation.map(({ rule, result }) => [rule, result])).toEqual([
      ['clock.start', clock.startAt],
      ['clock.pause', HOUR / 2],
      [
        'clock.segments',
        [
          { from: at('06T15:00'), to: at('06T16:00') },
          { from: at('06T16:30'), to: at('06T17:00') },
          { from: at('09T09:00'), to: at('09T09:30') },
        ],
      ],
      ['clock.due', { near: at('09T09:30'), far: at('09T09:30') }],
      ['clock.elapsed', 2.5 * HOUR],
      ['clock.verdict', 'breached'],
    ]);
  });

  it('names the holidays on the way', () => {
    const weekly = office.definition.weekly;
    const closed = createCalendar({ zone: 'Etc/UTC', weekly, holidays: ['2026-03-07', '2026-03-09'] });
    const { dueAt, explanation } = judgeClock({ ...clock, calendar: closed, targetMs: 3 * HOUR, asOf: clock.startAt });

    expect(dueAt.near).toBe(at('10T10:00'));
    expect(explanation.find(({ rule }) => rule === 'clock.segments')!.inputs.holidays).toEqual(['2026-03-09']);
  });

  it('wants to know until when, while it runs', () => {
    expect(() => judgeClock(clock)).toThrow(expect.objectContaining({ code: 'MISSING', path: 'asOf' }));
    expect(() => deadlineOf({ ...clock, pauses: [{ from: clock.startAt, to: null }] })).toThrow(
      expect.objectContaining({ code: 'MISSING' }),
    );
  });

  it('refuses a pause that ends before it begins', () => {
    const pauses = [{ from: at('06T16:00'), to: at('06T15:00') }];

    expect(() => judgeClock({ ...clock, pauses, stopAt: at('09T10:00') })).toThrow(
      expect.objectContaining({ code: 'EMPTY_INTERVAL', path: 'pauses[0].to' }),
    );
  });
});

describe('a change of target', () => {
  const started = { calendar: ALWAYS_OPEN, startAt: at('03T10:00'), targetMs: 3 * HOUR, pauses: [] };

  it('keeps what has elapsed, and says when that breaches at once', () => {
    const changed = changeTarget(started, { at: at('03T12:30'), targetMs: 2 * HOUR });

    expect(changed).toMatchObject({ elapsedAtChangeMs: 2.5 * HOUR, breachedAtChange: true });
    expect(deadlineOf(changed.clock).near).toBe(at('03T12:00'));
  });

  it('can start again', () => {
    const changed = changeTarget(started, { at: at('03T12:30'), targetMs: 2 * HOUR }, 'restart');

    expect(changed.breachedAtChange).toBe(false);
    expect(deadlineOf(changed.clock).near).toBe(at('03T14:30'));
  });
});

describe('cycles', () => {
  const cycles = [
    { from: at('03T09:00'), to: at('03T10:00') },
    { from: at('03T14:00'), to: null },
  ];
  const elapsed = (policy?: Parameters<typeof clockOfCycles>[1]) =>
    judgeClock({ calendar: ALWAYS_OPEN, targetMs: 4 * HOUR, ...clockOfCycles(cycles, policy), asOf: at('03T15:00') })
      .elapsedMs;

  it('resume unless the contract says otherwise', () => {
    expect(elapsed()).toBe(2 * HOUR);
    expect([elapsed('first'), elapsed('restart'), elapsed('neverStopped')]).toEqual([HOUR, HOUR, 6 * HOUR]);
  });

  it('must be in order', () => {
    expect(() => clockOfCycles([cycles[1]!, cycles[0]!])).toThrow(expect.objectContaining({ code: 'OVERLAP' }));
    expect(() => clockOfCycles([])).toThrow(expect.objectContaining({ code: 'MISSING' }));
  });
});

describe('working days', () => {
  it('are due at the same time of day, or at closing', () => {
    const days = { calendar: office, startAt: at('06T10:30'), targetDays: 2, pauses: [] };

    expect(deadlineInDays({ ...days, endOfWorkingDay: false }).baseDueAt).toBe(at('10T10:30'));
    expect(deadlineInDays({ ...days, endOfWorkingDay: true }).baseDueAt).toBe(at('10T17:00'));
  });

  it('move by the open time of pauses', () => {
    const pauses = [{ from: at('06T16:00'), to: at('09T10:00') }];
    const due = deadlineInDays({
      calendar: office,
      startAt: at('06T10:30'),
      targetDays: 1,
      endOfWorkingDay: false,
      pauses,
    });

    expect(due).toMatchObject({
      baseDueAt: at('09T10:30'),
      pausedOpenMs: 2 * HOUR,
      dueAt: { near: at('09T12:30'), far: at('09T12:30') },
    });
  });

  it('keep the time of day on the wall over a clock change', () => {
    const berlin = createCalendar({ zone: 'Europe/Berlin', weekly: { fri: hours, mon: hours } });

    expect(thresholdDaysAt(berlin, at('27T09:00'), 1)).toBe(at('30T08:00')); // 10:00 on both days
  });

  it('warn before and escalate after', () => {
    expect(thresholdAt(office, at('09T10:00'), -2 * HOUR).near).toBe(at('06T16:00'));
    expect(thresholdAt(office, at('09T16:00'), 2 * HOUR).near).toBe(at('10T10:00'));
  });
});
