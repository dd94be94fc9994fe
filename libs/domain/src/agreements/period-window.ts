import { addDays, type LocalDay } from './local-day.js';

/** Over which stretch of the agreement's calendar a commitment is judged. */
export const WINDOW_KINDS = ['month', 'quarter'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** Whether a period of the window begins on the date. */
export function startsPeriod(window: WindowKind, day: LocalDay): boolean {
  return day.endsWith('-01') && (window === 'month' || /-(01|04|07|10)-/.test(day));
}

/** The first date, on or after the one given, on which a period of every window begins. */
export function nextPeriodStart(windows: readonly WindowKind[], day: LocalDay): LocalDay {
  const widest = windows.includes('quarter') ? 'quarter' : 'month';
  return startsPeriod(widest, day) ? day : nextPeriodStart(windows, addDays(day, 1));
}
