/** A calendar date without a zone, `YYYY-MM-DD`; such texts sort as the dates do. */
export type LocalDay = string;

/** Whether a text is one of the years 1900 to 2999: anything else is a slip of the finger, and PostgreSQL knows no year 0. */
export function isLocalDay(text: string): text is LocalDay {
  const date = new Date(`${text}T00:00:00Z`);
  return /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The date a number of days later; earlier when negative. */
export function addDays(day: LocalDay, days: number): LocalDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export const dayBefore = (day: LocalDay): LocalDay => addDays(day, -1);

/** The date it is in a zone at an instant. */
export function dayIn(timeZone: string, at: Date): LocalDay {
  let format = formats.get(timeZone);
  // Swedish writes dates as ISO 8601 does.
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
  return format.format(at);
}

/** One for each zone: making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();
