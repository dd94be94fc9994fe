import type { CalendarHours } from '@accord/domain';
import { ENGLAND, type Holidays, NETHERLANDS, UNITED_STATES } from './holidays.js';

export interface DemoCalendar {
  slug: string;
  name: string;
  timeZone: string;
  weekly: CalendarHours['weekly'];
  holidays: Holidays;
}

const WORKING_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const daily = (days: readonly string[], from: string, to: string) =>
  days.map((day) => ({ day, hours: [{ from, to }] }));

/** Around the clock needs no entry: every installation has that calendar. */
export const CALENDARS = [
  {
    slug: 'office-hours-amsterdam',
    name: 'Office hours Amsterdam',
    timeZone: 'Europe/Amsterdam',
    weekly: daily(WORKING_DAYS, '08:00', '18:00'),
    holidays: NETHERLANDS,
  },
  {
    slug: 'extended-hours-amsterdam',
    name: 'Extended hours Amsterdam',
    timeZone: 'Europe/Amsterdam',
    weekly: [...daily(WORKING_DAYS, '06:00', '22:00'), ...daily(['sat'], '08:00', '18:00')],
    holidays: (year: number) => [`${year}-01-01`, `${year}-12-25`],
  },
  {
    slug: 'office-hours-london',
    name: 'Office hours London',
    timeZone: 'Europe/London',
    weekly: daily(WORKING_DAYS, '08:30', '17:30'),
    holidays: ENGLAND,
  },
  {
    slug: 'office-hours-new-york',
    name: 'Office hours New York',
    timeZone: 'America/New_York',
    weekly: daily(WORKING_DAYS, '08:00', '18:00'),
    holidays: UNITED_STATES,
  },
] as const satisfies readonly DemoCalendar[];
export type CalendarSlug = (typeof CALENDARS)[number]['slug'] | 'always';

/** With the holidays of the years from `first` to `last`. */
export function hoursOf({ weekly, holidays }: DemoCalendar, first: number, last: number): CalendarHours {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { weekly, holidays: years.flatMap(holidays), overrides: [], breaks: [] };
}
