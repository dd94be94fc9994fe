import { type CalendarDefinition, createCalendar, InputError, type WallInterval, type Weekday } from '@accord/sla';
import { DomainError } from '../domain-error.js';

/** The hours of a service calendar as people enter and the database keeps them; the zone stands on the calendar. */
export interface CalendarHours {
  readonly weekly: readonly { readonly day: string; readonly hours: readonly HoursInterval[] }[];
  /** Dates, or `--MM-DD` for every year. */
  readonly holidays: readonly string[];
  readonly overrides: readonly DateHours[];
  readonly breaks: readonly DateHours[];
}

export interface DateHours {
  readonly date: string;
  readonly hours: readonly HoursInterval[];
}

export interface HoursInterval {
  readonly from: string;
  readonly to: string;
}

/** The same hours in the words of libs/sla. */
export function calendarDefinition(
  zone: string,
  { weekly, holidays, overrides, breaks }: CalendarHours,
): CalendarDefinition {
  return {
    zone,
    weekly: keyed(
      'weekly',
      weekly.map(({ day, hours }) => [day as Weekday, hours]),
    ),
    holidays,
    overrides: keyed(
      'overrides',
      overrides.map(({ date, hours }) => [date, hours]),
    ),
    breaks: keyed(
      'breaks',
      breaks.map(({ date, hours }) => [date, hours]),
    ),
  };
}

/**
 * @returns The definition, proved by making the calendar.
 * @throws {DomainError} When the zone is unknown, hours overlap, are malformed or close when they open, or nothing ever
 *   opens.
 */
export function assertCalendarHours(zone: string, hours: CalendarHours): CalendarDefinition {
  assertNoneEmpty(hours);
  const definition = calendarDefinition(zone, hours);
  try {
    createCalendar(definition);
    return definition;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new DomainError('WRONG_CALENDAR', error.message, fieldOf(error.path));
  }
}

function keyed<Key extends string>(
  part: keyof CalendarHours,
  rows: readonly (readonly [Key, readonly HoursInterval[]])[],
): Record<Key, WallInterval[]> {
  const twice = rows.find(([key], i) => rows.findIndex(([other]) => other === key) !== i);
  if (twice)
    throw new DomainError('WRONG_CALENDAR', `${part} names ${twice[0]} twice; put its hours together.`, [
      'hours',
      part,
    ]);
  const asInterval = ({ from, to }: HoursInterval): WallInterval => [from, to];
  return Object.fromEntries(rows.map(([key, hours]) => [key, hours.map(asInterval)])) as Record<Key, WallInterval[]>;
}

/** An interval that closes when it opens would last until the next day: hardly what somebody meant who wrote it. */
function assertNoneEmpty({ weekly, overrides, breaks }: CalendarHours): void {
  const all = [...weekly, ...overrides, ...breaks].flatMap(({ hours }) => hours);
  const same = all.find(({ from, to }) => from === to);
  if (!same) return;
  const sentence = `${same.from} to ${same.to} opens and closes at the same time; a whole day is 00:00 to 24:00.`;
  throw new DomainError('WRONG_CALENDAR', sentence, ['hours']);
}

/** `weekly.mon[0].to` → hours, weekly, mon, 0, to. */
function fieldOf(path: string): string[] {
  if (path === 'zone') return ['timeZone'];
  return ['hours', ...path.split(/[.[\]]+/).filter(Boolean)];
}
