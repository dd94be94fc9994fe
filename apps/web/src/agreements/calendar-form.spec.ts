import { expect, it } from 'vitest';
import { hoursFormOf, hoursInputOf } from './calendar-form';

it('keeps every hour, holiday and exception on the way through the form', () => {
  const version = {
    id: 'v',
    number: 1,
    effectiveFrom: '2026-01-01',
    alwaysOpen: false,
    weekly: [
      {
        day: 'mon',
        hours: [
          { from: '08:00', to: '12:00' },
          { from: '13:00', to: '17:00' },
        ],
      },
      { day: 'sun', hours: [{ from: '22:00', to: '06:00' }] },
    ],
    holidays: ['--12-25', '2026-04-03'],
    overrides: [
      { date: '2026-12-24', hours: [{ from: '08:00', to: '12:00' }] },
      { date: '2026-12-31', hours: [] },
    ],
    breaks: [{ date: '2026-06-01', hours: [{ from: '10:00', to: '11:00' }] }],
  };
  const { weekly, holidays, overrides, breaks } = version;
  expect(hoursInputOf(hoursFormOf(version))).toEqual({ weekly, holidays, overrides, breaks });
});
