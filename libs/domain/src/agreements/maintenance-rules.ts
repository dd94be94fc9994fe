import { DomainError } from '../domain-error.js';
import { assertCalendarHours, type CalendarHours } from './calendar-hours.js';

/** What a contract asks of planned maintenance; what breaks a rule is downtime. null = no such rule. */
export interface MaintenanceRules {
  /** Told ahead, at least. */
  readonly noticeHours: number | null;
  /** In a period, at most. */
  readonly mostMinutes: number | null;
  /** Only within these hours of a week, in the zone of the agreement. */
  readonly windows: CalendarHours['weekly'] | null;
}

/** Hours of a week as a calendar without holidays. */
export const weekOnly = (weekly: CalendarHours['weekly']): CalendarHours => ({
  weekly,
  holidays: [],
  overrides: [],
  breaks: [],
});

const MOST_NOTICE_HOURS = 24 * 366;

/** @throws {DomainError} When a figure is negative or absurd, or the windows are no hours. */
export function assertMaintenanceRules({ noticeHours, mostMinutes, windows }: MaintenanceRules, zone: string): void {
  if (noticeHours !== null && (noticeHours < 0 || noticeHours > MOST_NOTICE_HOURS))
    throw wrong('noticeHours', `Notice is 0 to ${MOST_NOTICE_HOURS} hours.`);
  if (mostMinutes !== null && mostMinutes < 0) throw wrong('mostMinutes', 'The most minutes a period are 0 or more.');
  if (windows) assertCalendarHours(zone, weekOnly(windows));
}

const wrong = (field: string, sentence: string) =>
  new DomainError('WRONG_MAINTENANCE', sentence, ['maintenance', field]);
