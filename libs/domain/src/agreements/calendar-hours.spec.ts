import { assertCalendarHours, type CalendarHours } from './calendar-hours.js';

const office: CalendarHours = {
  weekly: [{ day: 'mon', hours: [{ from: '09:00', to: '17:00' }] }],
  holidays: ['--12-25'],
  overrides: [{ date: '2026-12-24', hours: [{ from: '09:00', to: '12:00' }] }],
  breaks: [],
};
const monday = (...hours: [string, string][]): CalendarHours => ({
  ...office,
  weekly: [{ day: 'mon', hours: hours.map(([from, to]) => ({ from, to })) }],
});

describe('the hours of a service calendar', () => {
  it('become a definition that libs/sla understands', () => {
    expect(assertCalendarHours('Europe/Berlin', office)).toEqual({
      zone: 'Europe/Berlin',
      weekly: { mon: [['09:00', '17:00']] },
      holidays: ['--12-25'],
      overrides: { '2026-12-24': [['09:00', '12:00']] },
      breaks: {},
    });
  });

  it.each([
    ['Mars/Base', office, ['timeZone'], 'zone must be an IANA time zone such as Europe/Berlin, but it is "Mars/Base".'],
    ['Etc/UTC', monday(['09:00', '12:00'], ['11:00', '17:00']), ['hours', 'weekly', 'mon'], /weekly\.mon.*overlap/],
    [
      'Etc/UTC',
      monday(['09:00', '09:00']),
      ['hours'],
      '09:00 to 09:00 opens and closes at the same time; a whole day is 00:00 to 24:00.',
    ],
    ['Etc/UTC', monday(['9', '12:00']), ['hours', 'weekly', 'mon', '0'], /weekly\.mon\[0\].* must be/],
    ['Etc/UTC', { ...office, weekly: [], overrides: [] }, ['hours', 'weekly'], /must open at some time/],
    ['Etc/UTC', { ...office, holidays: ['2026-02-30'] }, ['hours', 'holidays', '0'], /holidays\[0\]/],
    [
      'Etc/UTC',
      { ...office, weekly: [...office.weekly, ...office.weekly] },
      ['hours', 'weekly'],
      'weekly names mon twice; put its hours together.',
    ],
    ['Etc/UTC', { ...office, weekly: [{ day: 'monday', hours: [] }] }, ['hours', 'weekly'], /must have keys mon, tue/],
  ] as const)('in %s are refused with field and reason', (zone, hours, field, sentence) => {
    const refused = refusalOf(() => assertCalendarHours(zone, hours));
    expect(refused).toMatchObject({ code: 'WRONG_CALENDAR', message: expect.stringMatching(sentence) });
    expect(refused.field.slice(0, field.length)).toEqual(field);
  });
});

function refusalOf(act: () => unknown): { code: string; message: string; field: string[] } {
  try {
    act();
  } catch (error) {
    return error as { code: string; message: string; field: string[] };
  }
  throw new Error('Nothing was refused.');
}
