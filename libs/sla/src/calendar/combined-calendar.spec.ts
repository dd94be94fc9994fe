import {
  addBusinessDays,
  addOpenTime,
  ALWAYS_OPEN,
  createCalendar,
  deadlineInDays,
  intersectionOf,
  isBusinessDay,
  isOpen,
  judgeClock,
  nextOpen,
  openPeriods,
  openTimeBetween,
  prevOpen,
  subtractOpenTime,
  unionOf,
  type WallInterval,
} from '../index.js';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-${text}Z`);
const week = (...hours: WallInterval[]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });
const berlin = createCalendar({ zone: 'Europe/Berlin', weekly: week(['09:00', '17:00']), holidays: ['2026-03-04'] });
const newYork = createCalendar({ zone: 'America/New_York', weekly: week(['09:00', '17:00']) });
const both = intersectionOf([berlin, newYork]); // until 8 March New York is six hours behind, then five
const either = unionOf([berlin, newYork]);

describe('an intersection', () => {
  it('is open while all are, by instants and not by hours', () => {
    expect(openPeriods(both, { from: at('03-06T00:00'), to: at('03-10T00:00') })).toEqual([
      { from: at('03-06T14:00'), to: at('03-06T16:00') },
      { from: at('03-09T13:00'), to: at('03-09T16:00') },
    ]);
  });

  it('answers every question of a calendar', () => {
    expect([isOpen(both, at('03-06T15:00')), isOpen(both, at('03-06T16:00'))]).toEqual([true, false]);
    expect(nextOpen(both, at('03-06T16:00'))).toBe(at('03-09T13:00'));
    expect(prevOpen(both, at('03-09T13:00'))).toBe(at('03-06T16:00'));
    expect(openTimeBetween(both, at('03-10T00:00'), at('03-06T00:00'))).toBe(-5 * HOUR);
    expect(addOpenTime(both, at('03-06T14:00'), 2 * HOUR)).toEqual({ near: at('03-06T16:00'), far: at('03-09T13:00') });
    expect(subtractOpenTime(both, at('03-09T16:00'), 3 * HOUR)).toEqual({
      near: at('03-09T13:00'),
      far: at('03-06T16:00'),
    });
    expect(
      judgeClock({ calendar: both, startAt: at('03-06T15:00'), targetMs: HOUR, pauses: [], stopAt: at('03-09T13:00') })
        .state,
    ).toBe('met');
  });

  it('names the holidays of its parts on which it is closed', () => {
    const { explanation } = judgeClock({
      calendar: both,
      startAt: at('03-03T15:00'),
      targetMs: 2 * HOUR,
      pauses: [],
      asOf: at('03-03T15:00'),
    });

    expect(explanation.find(({ rule }) => rule === 'clock.segments')!.inputs.holidays).toEqual(['2026-03-04']);
  });

  it('is refused when nothing is ever open together', () => {
    const nights = createCalendar({ zone: 'Europe/Berlin', weekly: week(['17:00', '09:00']) });

    expect(() => intersectionOf([berlin, nights])).toThrow(
      expect.objectContaining({ code: 'NO_OPEN_TIME', path: 'calendars', value: ['Europe/Berlin', 'Europe/Berlin'] }),
    );
    expect(() => intersectionOf([])).toThrow(expect.objectContaining({ code: 'MISSING', path: 'calendars' }));
  });

  it('may be open on a single day of all', () => {
    const once = createCalendar({ zone: 'Asia/Tokyo', weekly: {}, overrides: { '2031-05-05': [['16:00', '18:00']] } });

    expect(nextOpen(intersectionOf([berlin, once]), at('01-01T00:00'))).toBe(Date.parse('2031-05-05T07:00Z'));
  });
});

describe('a union', () => {
  it('is open while one is', () => {
    expect(openPeriods(either, { from: at('03-06T00:00'), to: at('03-07T00:00') })).toEqual([
      { from: at('03-06T08:00'), to: at('03-06T22:00') },
    ]);
    expect(openTimeBetween(either, at('03-06T00:00'), at('03-09T09:00'))).toBe(15 * HOUR);
  });

  it('counts its days in the zone of the first, or in the one that is named', () => {
    const tokyo = createCalendar({ zone: 'Asia/Tokyo', weekly: { sun: [['02:00', '05:00']] } }); // Saturday in Berlin

    expect(isBusinessDay(unionOf([berlin, tokyo]), '2026-03-08')).toBe(false);
    expect(isBusinessDay(unionOf([berlin, tokyo], 'Asia/Tokyo'), '2026-03-08')).toBe(true);
    expect(addBusinessDays(either, '2026-03-06', 1)).toBe('2026-03-09');
    expect(isBusinessDay(either, '2026-03-04')).toBe(true); // a holiday in Berlin alone
  });

  it('closes its day at midnight at the latest', () => {
    const due = { startAt: at('03-05T12:00'), targetDays: 1, endOfWorkingDay: true, pauses: [] };
    const around = unionOf([berlin, ALWAYS_OPEN]);

    expect(deadlineInDays({ ...due, calendar: either }).baseDueAt).toBe(at('03-06T22:00'));
    expect(around.alwaysOpen).toBe(true);
    expect(deadlineInDays({ ...due, calendar: around }).baseDueAt).toBe(at('03-06T23:00'));
  });
});

it('a calendar with itself is itself, and the order of parts does not matter', () => {
  expect(unionOf([berlin, berlin])).toBe(berlin);
  expect(intersectionOf([berlin])).toBe(berlin);
  expect(unionOf([newYork, berlin], 'Europe/Berlin')).toBe(either);
});
