import { createCalendar, createClockTerms, deadlineInDays, judgeClockInDays, judgeHistory, replay } from '../index.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-03-${text}Z`);
const hours: [string, string][] = [['09:00', '17:00']];
const office = createCalendar({
  zone: 'Etc/UTC',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});
const clock = {
  calendar: office,
  startAt: at('09T10:00'), // a Monday
  targetDays: 1,
  endOfWorkingDay: false,
  stopAt: at('10T11:00'),
  pauses: [],
};
const whole = (day: string) => ({ from: at(`${day}T09:00`), to: at(`${day}T17:00`) });

describe('pauses of a clock in days', () => {
  it.each([
    ['after the stop', whole('11')],
    ['before the start', whole('05')],
    ['that begins at the stop and has no end', { from: at('10T11:00'), to: null }],
  ])('%s do not move its verdict', (_, pause) => {
    expect(judgeClockInDays(clock).state).toBe('breached');
    expect(judgeClockInDays({ ...clock, pauses: [pause] })).toMatchObject({
      state: 'breached',
      elapsedMs: 9 * HOUR,
      remainingMs: -HOUR,
      dueAt: { near: at('10T10:00') },
    });
  });

  it('count for as much as lies between the start and the stop', () => {
    const pauses = [{ from: at('05T09:00'), to: at('09T11:00') }];

    expect(judgeClockInDays({ ...clock, pauses }).dueAt.near).toBe(at('10T11:00'));
    expect(deadlineInDays({ ...clock, pauses })).toMatchObject({ pausedOpenMs: HOUR });
  });

  it('of the time before a change that starts the clock again do not count', () => {
    const targets = [{ when: { priority: 'P1' }, targetDays: 1 }, { targetDays: 9 }];
    const history = replay(
      [
        { kind: 'start', at: at('03T10:00'), subject: { priority: 'P2' } },
        { kind: 'pause', at: at('04T09:00') },
        { kind: 'resume', at: at('04T17:00') },
        { kind: 'priorityChange', at: clock.startAt, priority: 'P1' },
        { kind: 'stop', at: clock.stopAt },
      ],
      createClockTerms({ calendar: office, targets, change: 'restart' }),
    );

    expect(judgeHistory(history)).toMatchObject({ state: 'breached', dueAt: { near: at('10T10:00') } });
  });
});

describe('the end of a working day', () => {
  it('that closed before the start is due at the start', () => {
    const late = { ...clock, startAt: at('09T18:00'), targetDays: 0, endOfWorkingDay: true, stopAt: at('09T18:00') };
    const judged = judgeClockInDays(late);

    expect(judged).toMatchObject({ state: 'met', dueAt: { near: at('09T18:00'), far: at('10T09:00') } });
    expect(judged.explanation.map(({ rule }) => rule)).toContain('clock.segments');
  });

  it('is the closing that is written for the date, also when a break takes out its last hours', () => {
    const early = createCalendar({ ...office.definition, breaks: { '2026-03-10': [['15:00', '17:00']] } });
    const { baseDueAt, dueAt } = deadlineInDays({ ...clock, calendar: early, endOfWorkingDay: true });

    expect(baseDueAt).toBe(at('10T17:00'));
    expect(dueAt.far).toBe(at('11T09:00')); // no open time has passed: the verdict is the same
  });
});

describe('a calendar that ends', () => {
  const once = createCalendar({ zone: 'Etc/UTC', weekly: {}, overrides: { '2026-03-09': hours, '2026-03-10': hours } });

  it('is due and met while its days last', () => {
    expect(judgeClockInDays({ ...clock, calendar: once, stopAt: at('10T10:00') })).toMatchObject({
      state: 'met',
      remainingMs: 0,
      dueAt: { near: at('10T10:00'), far: at('10T10:00') },
    });
  });

  it('never makes due what needs more days, or more hours, than it has', () => {
    const days = judgeClockInDays({ ...clock, calendar: once, targetDays: 2 });
    const pauses = [{ from: at('09T10:00'), to: at('10T10:59') }];
    const paused = judgeClockInDays({ ...clock, calendar: once, pauses });

    expect(days).toMatchObject({ state: 'met', dueAt: { near: Infinity, far: Infinity } });
    expect(days.explanation.find(({ rule }) => rule === 'clock.due')!.result).toEqual({ near: null, far: null });
    expect(paused).toMatchObject({ state: 'met', dueAt: { near: Infinity, far: Infinity } });
    expect(paused.remainingMs).toBe(8 * HOUR - 60_000);
  });
});
