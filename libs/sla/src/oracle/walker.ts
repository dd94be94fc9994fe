import type { CalendarDefinition, Interval, WallInterval } from '../index.js';

/**
 * The library written another way, to be compared with it: it goes through UTC minutes and looks only at what the wall
 * clock shows, which it asks Intl. It never converts a wall time to an instant.
 */
export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Whether a minute, by its first millisecond, is open. */
export type Opens = (minute: number) => boolean;

/** Adds and measures by walking. */
export class Walker {
  constructor(
    readonly opens: Opens,
    /** Where it gives up. */
    readonly until: number,
    /** Nothing opens after it. */
    readonly ends = false,
  ) {}

  /** Open pieces from an instant on, a minute each at most. */
  *pieces(at: number, pauses: readonly Interval[] = []): Generator<Interval> {
    for (let minute = Math.floor(at / MINUTE) * MINUTE; minute < this.until; minute += MINUTE) {
      if (!this.opens(minute)) continue;
      let pieces = [{ from: Math.max(at, minute), to: minute + MINUTE }];
      for (const pause of pauses) {
        pieces = pieces.flatMap(({ from, to }) =>
          pause.to <= from || pause.from >= to
            ? [{ from, to }]
            : [
                { from, to: Math.max(from, pause.from) },
                { from: Math.min(to, pause.to), to },
              ].filter((piece) => piece.from < piece.to),
        );
      }
      yield* pieces;
    }
  }

  between(from: number, to: number, pauses: readonly Interval[] = []): number {
    if (to < from) return 0 - this.between(to, from, pauses);
    let ms = 0;
    for (const piece of this.pieces(from, pauses)) {
      if (piece.from >= to) break;
      ms += Math.min(piece.to, to) - piece.from;
    }
    return ms;
  }

  /** Null when the walk leaves the stretch; Infinity where the calendar ends before. */
  add(at: number, durationMs: number, pauses: readonly Interval[] = []): { near: number; far: number } | null {
    let left = durationMs;
    let near = durationMs === 0 ? at : null;
    for (const { from, to } of this.pieces(at, pauses)) {
      if (near !== null) return { near, far: Math.max(near, from) };
      if (to - from > left) return { near: from + left, far: from + left };
      left -= to - from;
      if (left === 0) near = to;
    }
    return this.ends ? { near: near ?? Infinity, far: Infinity } : null;
  }
}

/** Reads a definition as somebody at the door does: what does the clock show, and what is written for this date? */
export function atTheDoor(written: CalendarDefinition): Opens {
  const tables = new Map<number, Uint8Array>();
  return (minute) => {
    const wall = minute + offsetAt(written.zone, minute);
    const day = Math.floor(wall / DAY);
    let table = tables.get(day);
    if (!table) tables.set(day, (table = tableOf(written, day)));
    return table[(wall - day * DAY) / MINUTE] === 1;
  };
}

/**
 * When so many working days are over at the time of day of the start: the first minute that shows it, or a later time, on
 * the date that is reached. Null when that lies after the stretch.
 */
export function daysLater(written: CalendarDefinition, startAt: number, days: number, until: number): number | null {
  const wallAt = (at: number) => at + offsetAt(written.zone, at);
  const startDay = Math.floor(wallAt(startAt) / DAY);
  let day = startDay;
  let left = days;
  for (let minute = startAt; left > 0; minute += 15 * MINUTE) {
    if (minute >= until) return null;
    const shown = Math.floor(wallAt(minute) / DAY);
    if (shown > day && hoursOn(written, shown).length > 0) left -= 1;
    day = Math.max(day, shown);
  }
  const wall = wallAt(startAt) + (day - startDay) * DAY;
  let at = startAt;
  while (wallAt(at) < wall) at += MINUTE;
  return at;
}

/** What the door says of each minute of a date. */
function tableOf(written: CalendarDefinition, day: number): Uint8Array {
  const table = new Uint8Array(1440);
  for (const [opens, closes] of hoursOn(written, day))
    table.fill(1, clock(opens), nightly(opens, closes) ? 1440 : clock(closes));
  for (const [opens, closes] of hoursOn(written, day - 1)) if (nightly(opens, closes)) table.fill(1, 0, clock(closes));
  for (const [from, to] of written.breaks?.[dateOf(day)] ?? []) table.fill(0, clock(from), clock(to));
  return table;
}

const nightly = (opens: string, closes: string) => closes <= opens;
const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

function hoursOn(written: CalendarDefinition, day: number): readonly WallInterval[] {
  if (written.holidays?.includes(dateOf(day))) return [];
  return written.overrides?.[dateOf(day)] ?? written.weekly[WEEKDAYS[(((day + 3) % 7) + 7) % 7]!] ?? [];
}

export const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const zones = new Map<string, (at: number) => number>();

/** What Intl says of a zone; offsets change on the quarter hour only. */
function offsetAt(zone: string, at: number): number {
  let ask = zones.get(zone);
  if (!ask) zones.set(zone, (ask = offsetsOf(zone)));
  return ask(at);
}

function offsetsOf(zone: string): (at: number) => number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = at - (at % (15 * MINUTE));
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = Date.parse(`${wall.format(quarter).replace(' ', 'T')}Z`) - quarter;
      known.set(quarter, offset);
    }
    return offset;
  };
}
