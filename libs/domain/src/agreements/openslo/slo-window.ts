import { addDays, type LocalDay } from '../local-day.js';
import { startsPeriod, type WindowKind } from '../period-window.js';
import type { SloWindow } from './openslo-document.js';

/** How a window of OpenSLO is judged. */
export interface JudgedWindow {
  readonly windowKind: WindowKind;
  /** Zone of a window that is aligned with the calendar; null for a rolling one. */
  readonly timeZone: string | null;
  /** What the file says, where Accord judges by another window; null where it judges by just this one. */
  readonly windowText: string | null;
}

const UNITS = { m: 'minute', h: 'hour', d: 'day', w: 'week', M: 'month', Q: 'quarter', Y: 'year' } as const;
const DAYS = { m: 1 / 1440, h: 1 / 24, d: 1, w: 7, M: 30, Q: 91, Y: 365 } as const;

/** From so many days on a quarter is nearer than a month. */
const NEARER_QUARTER_DAYS = 60;

/** Calendar months and quarters that start as months do are judged as they are; of others the nearer one is. */
export function judgedWindow({ duration, isRolling, calendar }: SloWindow): JudgedWindow {
  const [count, unit] = [Number(duration.slice(0, -1)), duration.slice(-1) as keyof typeof UNITS];
  const timeZone = isRolling || !calendar ? null : calendar.timeZone;
  const windowKind: WindowKind = count * DAYS[unit] >= NEARER_QUARTER_DAYS ? 'quarter' : 'month';
  if (timeZone !== null && alignedKind(count, unit, calendar!.startTime) === windowKind) {
    return { windowKind, timeZone, windowText: null };
  }
  const how = isRolling ? 'rolling' : calendar ? `counted from ${calendar.startTime}` : 'of no calendar';
  const words = `${count} ${UNITS[unit]}${count === 1 ? '' : 's'}`;
  return { windowKind, timeZone, windowText: `${words}, ${how}; judged as a calendar ${windowKind}` };
}

/** The window of a commitment in the words of OpenSLO, from the first period that begins on the day or after. */
export function sloWindow(windowKind: WindowKind, from: LocalDay, timeZone: string): SloWindow {
  let day = from;
  while (!startsPeriod(windowKind, day)) day = addDays(day, 1);
  return {
    duration: windowKind === 'month' ? '1M' : '1Q',
    isRolling: false,
    calendar: { startTime: `${day} 00:00:00`, timeZone },
  };
}

function alignedKind(count: number, unit: string, startTime: string): WindowKind | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00)?$/.exec(startTime) ?? [];
  if (!day) return null;
  if (count === 1 && unit === 'M' && startsPeriod('month', day)) return 'month';
  const isQuarter = (count === 1 && unit === 'Q') || (count === 3 && unit === 'M');
  return isQuarter && startsPeriod('quarter', day) ? 'quarter' : null;
}
