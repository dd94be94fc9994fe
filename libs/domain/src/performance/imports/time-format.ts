import { instantOfWall } from '@accord/sla';
import { z } from 'zod';

/** Reads one cell: epoch milliseconds, or null when the text is no time of this format. */
export type TimeReader = (text: string) => number | null;

type Part = 'year' | 'month' | 'day' | 'hour' | 'half' | 'minute' | 'second' | 'fraction' | 'offset';

const ISO_8601 = 'yyyy-MM-ddTHH:mm[:ss[.SSS]][Z]';

const TOKENS: Record<string, readonly [Part, string]> = {
  yyyy: ['year', '\\d{4}'],
  yy: ['year', '\\d{2}'],
  MMM: ['month', '[A-Za-z]{3}'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  dd: ['day', '\\d{2}'],
  d: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  hh: ['hour', '\\d{2}'],
  h: ['hour', '\\d{1,2}'],
  a: ['half', '[AaPp][Mm]'],
  mm: ['minute', '\\d{2}'],
  ss: ['second', '\\d{2}'],
  SSS: ['fraction', '\\d{1,9}'],
  Z: ['offset', 'Z|[+-]\\d{2}:?\\d{2}'],
};
const SCAN = new RegExp(`${Object.keys(TOKENS).join('|')}|.`, 'gsu');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * How a source writes time. The format is `iso8601`, or made of `yyyy yy M MM MMM d dd H HH h hh a mm ss SSS Z`, with
 * `[…]` around what may be absent: `MMM` is an English month such as Mar, `h` an hour of the half day that `a` names (AM
 * or PM), `yy` a year of 2000 to 2099. `zone` is where the clock on the wall hangs when the text names no offset.
 */
export const timeFormat = z.strictObject({
  format: z
    .string()
    .max(60)
    .refine(namesAMinute, 'must name year, month, day, hour and minute once (h with a), or be "iso8601"'),
  zone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin'),
});
export type TimeFormat = z.output<typeof timeFormat>;

/**
 * A reader of times in years 1900 to 2199. A date that the calendar does not have is refused; a wall time that a clock
 * change skips is the instant of the change, one that it repeats is the first of the two.
 *
 * @example timeReader({ format: 'd/M/yyyy HH:mm', zone: 'Etc/UTC' })('29/2/2016 01:16') // 1456708560000
 * @example timeReader({ format: 'd/M/yyyy HH:mm', zone: 'Etc/UTC' })('30/2/2016 01:16') // null
 * @example timeReader({ format: 'd/MMM/yy h:mm a', zone: 'Etc/UTC' })('1/Mar/16 12:05 AM') // 1456790700000
 */
export function timeReader({ format, zone }: TimeFormat): TimeReader {
  const { pattern, parts } = compile(format);
  const at = Object.fromEntries(parts.map((part, i) => [part, i + 1])) as Record<Part, number | undefined>;
  const number = (match: RegExpExecArray, part: Part) => Number(match[at[part] ?? -1] ?? 0);
  return (text) => {
    const match = pattern.exec(text);
    if (!match) return null;
    const [year, month, day] = [fullYear(number(match, 'year')), monthOf(match[at.month!]!), number(match, 'day')];
    const hour = hourOf(number(match, 'hour'), match[at.half ?? -1]);
    const [minute, second] = [number(match, 'minute'), number(match, 'second')];
    if (year < 1900 || year > 2199 || !(hour <= 23) || minute > 59 || second > 59) return null;
    const milliseconds = Number((match[at.fraction ?? -1] ?? '').slice(0, 3).padEnd(3, '0'));
    const wall = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
    if (month < 1 || day < 1 || new Date(wall).getUTCDate() !== day || month > 12) return null;
    const offset = match[at.offset ?? -1];
    return offset === undefined ? instantOfWall(zone, wall) : wall - offsetMs(offset);
  };
}

function compile(format: string): { pattern: RegExp; parts: Part[]; isHalfDay: boolean } {
  const parts: Part[] = [];
  let isHalfDay = false;
  const source = (format === 'iso8601' ? ISO_8601 : format).replace(SCAN, (token) => {
    if (token === '[') return '(?:';
    if (token === ']') return ')?';
    const [part, digits] = TOKENS[token] ?? [];
    if (!part) return token.replace(/[\\^$.*+?(){}|/]/u, '\\$&');
    parts.push(part);
    isHalfDay ||= token.startsWith('h');
    return `(${digits})`;
  });
  return { pattern: new RegExp(`^${source}$`, 'u'), parts, isHalfDay };
}

/** Two digits are a year of this century; four are as they stand, and none is so early. */
const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

/** 1 to 12, or what no month is. */
const monthOf = (text: string): number => (/^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.toLowerCase()) + 1);

/** 0 to 23, or what no clock shows. */
function hourOf(shown: number, half: string | undefined): number {
  if (half === undefined) return shown;
  if (shown < 1 || shown > 12) return NaN;
  return (shown % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset[0] === '-' ? -minutes : minutes) * 60_000;
}

function namesAMinute(format: string): boolean {
  try {
    const { parts, isHalfDay } = compile(format);
    const needed: Part[] = ['year', 'month', 'day', 'hour', 'minute'];
    const isWhole = needed.every((part) => parts.includes(part)) && new Set(parts).size === parts.length;
    return isWhole && isHalfDay === parts.includes('half');
  } catch {
    return false; // Brackets that do not close.
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}
