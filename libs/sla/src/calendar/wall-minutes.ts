import { assertList } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { WallInterval } from './definition.js';

export const DAY_MINUTES = 1440;

/** Minutes since local midnight; `closes` lies beyond 1440 for an interval that runs over midnight. */
export interface WallMinutes {
  readonly opens: number;
  readonly closes: number;
}

const PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** @throws {InputError} When a time is malformed, or intervals of the date overlap. In order of opening. */
export function parseIntervals(path: string, intervals: readonly WallInterval[]): WallMinutes[] {
  assertList(path, intervals);
  const parsed = intervals
    .map((interval, i) => parseInterval(`${path}[${i}]`, interval))
    .sort((a, b) => a.opens - b.opens);
  assertApart(path, intervals, parsed);
  return parsed;
}

/** @throws {InputError} When a break is malformed or does not end on its date. Breaks may overlap. */
export function parseBreaks(path: string, intervals: readonly WallInterval[]): WallMinutes[] {
  assertList(path, intervals);
  return intervals.map((interval, i) => {
    const parsed = parseInterval(`${path}[${i}]`, interval);
    if (parsed.closes <= DAY_MINUTES) return parsed;
    throw new InputError('EMPTY_INTERVAL', `${path}[${i}]`, interval, 'must end after it begins, on the same date');
  });
}

function parseInterval(path: string, interval: WallInterval): WallMinutes {
  if (!Array.isArray(interval) || interval.length !== 2) {
    throw new InputError('MALFORMED', path, interval, 'must be a pair [opens, closes]');
  }
  const opens = parseMinute(`${path}[0]`, interval[0]);
  const closes = parseClosing(`${path}[1]`, interval[1]);
  return { opens, closes: closes > opens ? closes : closes + DAY_MINUTES };
}

function parseClosing(path: string, text: string): number {
  if (text === '24:00') return DAY_MINUTES;
  if (text === '23:59') throw new InputError('MALFORMED', path, text, 'must be "24:00" when the whole day is meant');
  return parseMinute(path, text);
}

function parseMinute(path: string, text: string): number {
  const [, hours, minutes] = (typeof text === 'string' && PATTERN.exec(text)) || [];
  if (hours === undefined) throw new InputError('MALFORMED', path, text, 'must be a time written HH:MM');
  return Number(hours) * 60 + Number(minutes);
}

function assertApart(path: string, written: readonly WallInterval[], parsed: readonly WallMinutes[]): void {
  for (let i = 1; i < parsed.length; i += 1) {
    if (parsed[i]!.opens < parsed[i - 1]!.closes) {
      throw new InputError('OVERLAP', path, written, 'must hold intervals that do not overlap');
    }
  }
}
