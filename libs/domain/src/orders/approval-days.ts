import { addDays, type LocalDay } from '../agreements/local-day.js';

/** Mondays to Fridays after a day, up to another one. Approvers keep no calendar of a service. */
export function businessDaysSince(from: LocalDay, to: LocalDay): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days += Number(isWeekday(day));
  return days;
}

function isWeekday(day: LocalDay): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
}
