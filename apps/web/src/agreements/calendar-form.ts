import { z } from 'zod';
import { day, needed } from '../app/field-rules';
import type { CalendarHoursInput, CalendarVersionFragment } from '../generated/graphql';
import { formatHolidays, parseHolidays } from './holidays-text';
import { formatHours, parseHours } from './hours-text';
import { intervalsOf, weekdays } from './week';

const hours = z.string().refine((text) => parseHours(text) !== null, 'agreements.week.unreadable');
const someHours = hours.refine((text) => text.trim() !== '', 'ui.form.required');

/** Hours as people write them, a line a weekday. */
export const hoursShape = {
  weekly: z.array(z.object({ hours })).length(7),
  holidays: z.string().refine((text) => parseHolidays(text) !== null, 'agreements.holidays.unreadable'),
  overrides: z.array(z.object({ date: day, hours })),
  breaks: z.array(z.object({ date: day, hours: someHours })),
};
export type HoursForm = z.output<z.ZodObject<typeof hoursShape>>;

export const addCalendarShape = { name: needed, effectiveFrom: day };

/** The hours of a version for the form; without one, office hours. */
export function hoursFormOf(version: CalendarVersionFragment | null): HoursForm {
  return {
    weekly: weekdays.map((weekday, place) => ({
      hours: version ? formatHours(intervalsOf(version, weekday)) : place < 5 ? '09:00–17:00' : '',
    })),
    holidays: formatHolidays(version?.holidays ?? []),
    overrides: (version?.overrides ?? []).map((row) => ({ date: row.date, hours: formatHours(row.hours) })),
    breaks: (version?.breaks ?? []).map((row) => ({ date: row.date, hours: formatHours(row.hours) })),
  };
}

export function hoursInputOf({ weekly, holidays, overrides, breaks }: HoursForm): CalendarHoursInput {
  return {
    // A day without hours is closed, and closed days are left out.
    weekly: weekly.flatMap((row, place) => {
      const open = parseHours(row.hours) ?? [];
      return open.length > 0 ? [{ day: weekdays[place] ?? 'mon', hours: open }] : [];
    }),
    holidays: parseHolidays(holidays) ?? [],
    overrides: overrides.map((row) => ({ date: row.date, hours: parseHours(row.hours) ?? [] })),
    breaks: breaks.map((row) => ({ date: row.date, hours: parseHours(row.hours) ?? [] })),
  };
}
