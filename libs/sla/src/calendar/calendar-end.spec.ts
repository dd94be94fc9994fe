import {
  addOpenTime,
  ALWAYS_OPEN,
  createCalendar,
  deadlineOf,
  intersectionOf,
  isOpen,
  judgeClock,
  nextOpen,
  openPeriods,
  openTimeBetween,
  prevOpen,
  subtractOpenTime,
  unionOf,
} from '../index.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-03-${text}Z`);
const hours: [string, string][] = [['09:00', '17:00']];
/** Open on a single Monday. */
const once = createCalendar({ zone: 'Etc/UTC', weekly: {}, overrides: { '2026-03-09': hours } });
const refused = (path: string) => expect.objectContaining({ code: 'OUT_OF_RANGE', path }) as Error;

describe('after the last closing of a calendar', () => {
  it('is closed, and has no open time', () => {
    expect([at('09T16:59'), at('09T17:00'), at('10T12:00')].map((when) => isOpen(once, when))).toEqual([
      true,
      false,
      false,
    ]);
    expect(openTimeBetween(once, at('09T16:00'), Date.UTC(2199, 11, 31))).toBe(HOUR);
    expect(openPeriods(once, { from: at('10T00:00'), to: at('20T00:00') })).toEqual([]);
    expect(prevOpen(once, at('20T00:00'))).toBe(at('09T17:00'));
    expect(() => nextOpen(once, at('10T00:00'))).toThrow(refused('at'));
  });

  it('a deadline on it has no far end, and one after it is refused', () => {
    expect(addOpenTime(once, at('09T09:00'), 8 * HOUR)).toEqual({ near: at('09T17:00'), far: Infinity });
    expect(addOpenTime(once, at('12T00:00'), 0)).toEqual({ near: at('12T00:00'), far: Infinity });
    expect(() => addOpenTime(once, at('09T09:00'), 8 * HOUR + 1)).toThrow(refused('durationMs'));
  });

  it('nothing is before its first opening either', () => {
    expect(isOpen(once, at('01T00:00'))).toBe(false);
    expect(subtractOpenTime(once, at('09T17:00'), 8 * HOUR)).toEqual({ near: at('09T09:00'), far: -Infinity });
    expect(() => subtractOpenTime(once, at('09T17:00'), 8 * HOUR + 1)).toThrow(refused('durationMs'));
    expect(() => prevOpen(once, at('09T09:00'))).toThrow(refused('at'));
  });

  it('clocks are judged, and what has time left then is never breached', () => {
    const clock = { calendar: once, startAt: at('09T15:00'), targetMs: 3 * HOUR, pauses: [] };
    const judged = judgeClock({ ...clock, stopAt: at('20T00:00') });

    expect(judged).toMatchObject({ state: 'met', elapsedMs: 2 * HOUR, dueAt: { near: Infinity, far: Infinity } });
    expect(JSON.parse(JSON.stringify(judged.explanation))).toEqual(judged.explanation);
    expect(judgeClock({ ...clock, targetMs: 2 * HOUR, stopAt: at('20T00:00') }).state).toBe('met');
    expect(judgeClock({ ...clock, targetMs: HOUR, asOf: at('20T00:00') }).state).toBe('breached');
    expect(deadlineOf({ ...clock, targetMs: 2 * HOUR })).toEqual({ near: at('09T17:00'), far: Infinity });
  });

  it('unions go on, and intersections end with it', () => {
    const weekly = createCalendar({ zone: 'Europe/Berlin', weekly: { mon: hours } });

    expect(nextOpen(unionOf([once, weekly]), at('10T00:00'))).toBe(at('16T08:00'));
    expect(addOpenTime(intersectionOf([once, weekly]), at('09T00:00'), 7 * HOUR)).toEqual({
      near: at('09T16:00'),
      far: Infinity,
    });
  });
});

describe('open together', () => {
  const monday = (zone: string, from: string, to: string) => createCalendar({ zone, weekly: { mon: [[from, to]] } });

  it('only under offsets of long ago is never', () => {
    // Caracas was four and a half hours behind until 2016, four since.
    const caracas = monday('America/Caracas', '09:00', '09:30');
    const utc = monday('Etc/UTC', '13:30', '14:00');
    expect(openTimeBetween(caracas, Date.parse('2015-03-09T13:30Z'), Date.parse('2015-03-09T14:00Z'))).toBe(HOUR / 2);

    expect(() => intersectionOf([caracas, monday('Etc/UTC', '13:45', '14:00')])).toThrow(
      expect.objectContaining({ code: 'NO_OPEN_TIME', path: 'calendars' }),
    );
    expect(() => intersectionOf([caracas, utc])).toThrow(expect.objectContaining({ code: 'NO_OPEN_TIME' }));
  });

  it('only on a date long ago, or far ahead, is enough', () => {
    const later = createCalendar({ zone: 'Etc/UTC', weekly: {}, overrides: { '2120-07-01': hours } });
    const nights = createCalendar({
      zone: 'Etc/UTC',
      weekly: { wed: [['00:00', '06:00']] },
      overrides: { '2120-07-01': hours },
    });

    expect(nextOpen(intersectionOf([later, nights]), at('01T00:00'))).toBe(Date.parse('2120-07-01T09:00Z'));
    const before = createCalendar({ zone: 'Etc/UTC', weekly: {}, overrides: { '2011-03-07': hours } });
    const mondays = monday('Etc/UTC', '10:00', '11:00');
    expect(nextOpen(intersectionOf([before, mondays]), 0)).toBe(Date.parse('2011-03-07T10:00Z'));
  });
});

it('what leads out of the years 1900 to 2199 is refused, also around the clock', () => {
  expect(() => addOpenTime(ALWAYS_OPEN, 0, Number.MAX_SAFE_INTEGER)).toThrow(refused('durationMs'));
  expect(() => subtractOpenTime(ALWAYS_OPEN, 0, Number.MAX_SAFE_INTEGER)).toThrow(refused('durationMs'));
});
