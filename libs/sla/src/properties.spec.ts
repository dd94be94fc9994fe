import fc from 'fast-check';
import {
  addOpenTime,
  type Calendar,
  type CalendarDefinition,
  createCalendar,
  type Interval,
  isOpen,
  judgeClock,
  openPeriods,
  openTimeBetween,
  subtractOpenTime,
  type WallInterval,
} from './index.js';

/**
 * The library against a walker that was written another way: it goes through UTC minutes and looks only at what the wall
 * clock shows, which it asks Intl. It never converts a wall time to an instant.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;
const SPAN_DAYS = 45;

// Each stretch holds what makes its zone hard: clock changes both ways, half hours, a midnight that does not exist, a
// day that does not exist.
const stretches: [zone: string, from: string][] = [
  ['America/New_York', '2026-02-20'],
  ['America/New_York', '2026-10-15'],
  ['Australia/Lord_Howe', '2026-03-15'],
  ['Australia/Lord_Howe', '2026-09-15'],
  ['Asia/Kolkata', '2025-12-10'],
  ['Pacific/Apia', '2011-12-10'],
  ['America/Sao_Paulo', '2018-10-15'],
  ['America/Sao_Paulo', '2018-01-30'],
  ['Africa/Casablanca', '2026-02-01'],
  ['Europe/Berlin', '2026-03-10'],
];

// Boundaries stay out of the hours that autumn repeats: there a wall clock and our rule (the first occurrence) differ by
// design. See divergence dv-06 and calendar.spec.ts.
const time = fc.constantFrom('00:00', '04:00', '06:30', '08:15', '09:00', '12:00', '13:45', '17:00', '20:30', '22:00');
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const hours: fc.Arbitrary<WallInterval[]> = fc.uniqueArray(time, { maxLength: 4 }).map((times) => {
  const ordered = [...times].sort();
  const pairs: WallInterval[] = [];
  for (let i = 0; i + 1 < ordered.length; i += 2) pairs.push([ordered[i]!, ordered[i + 1]!]);
  return ordered.length % 2 === 1 ? [...pairs, [ordered.at(-1)!, '24:00']] : pairs;
});

const night = fc.constantFrom<WallInterval[]>([['22:00', '04:00']], [['20:30', '00:00']], [['17:00', '06:30']]);
const date = (from: number) => fc.integer({ min: 0, max: SPAN_DAYS }).map((day) => iso(from + day * DAY).slice(0, 10));

const definition = (zone: string, from: number): fc.Arbitrary<CalendarDefinition> =>
  fc.record({
    zone: fc.constant(zone),
    weekly: fc
      .tuple(...WEEKDAYS.map(() => fc.oneof({ weight: 5, arbitrary: hours }, { weight: 1, arbitrary: night })))
      .map((week) => Object.fromEntries(WEEKDAYS.map((day, i) => [day, week[i]!]))),
    holidays: fc.uniqueArray(date(from), { maxLength: 3 }),
    overrides: fc.dictionary(date(from), hours, { maxKeys: 2 }),
    breaks: fc.dictionary(date(from), fc.constant<WallInterval[]>([['09:00', '13:45']]), { maxKeys: 2 }),
  });

const iso = (at: number) => new Date(at).toISOString();
const dateOf = (day: number) => iso(day * DAY).slice(0, 10);

/** A random calendar that the library accepts, with the minutes that the walker sees open. */
function scene(zone: string, start: string) {
  const from = Date.parse(`${start}T00:00:00Z`);
  return definition(zone, from).chain((written) => {
    const calendar = attempt(written);
    const instants = fc.integer({ min: from + 5 * DAY, max: from + 20 * DAY });
    const pauses = fc.array(fc.tuple(instants, fc.integer({ min: 0, max: 2 * DAY })), { maxLength: 4 });
    return fc.record({
      walker: fc.constant(calendar && new Walker(written, from)),
      calendar: fc.constant(calendar),
      at: instants,
      other: instants,
      third: instants,
      durationMs: fc.oneof(
        fc.integer({ min: 0, max: 2 * DAY }),
        fc.integer({ min: 0, max: 40 }).map((n) => n * 15 * MINUTE),
      ),
      pauses,
    });
  });
}

function attempt(written: CalendarDefinition): Calendar | null {
  try {
    return createCalendar(written);
  } catch {
    return null; // a night shift that overlaps the next morning, or nothing open at all
  }
}

class Walker {
  readonly #tables = new Map<number, Uint8Array>();

  constructor(
    readonly written: CalendarDefinition,
    readonly from: number,
  ) {}

  /** Open pieces from an instant on, a minute each at most. */
  *pieces(at: number, pauses: readonly Interval[] = []): Generator<Interval> {
    for (let minute = Math.floor(at / MINUTE) * MINUTE; minute < this.from + SPAN_DAYS * DAY; minute += MINUTE) {
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

  /** Null when the walk leaves the stretch. */
  add(at: number, durationMs: number, pauses: readonly Interval[] = []): { near: number; far: number } | null {
    let left = durationMs;
    let near = durationMs === 0 ? at : null;
    for (const { from, to } of this.pieces(at, pauses)) {
      if (near !== null) return { near, far: Math.max(near, from) };
      if (to - from > left) return { near: from + left, far: from + left };
      left -= to - from;
      if (left === 0) near = to;
    }
    return null;
  }

  opens(minute: number): boolean {
    const wall = minute + offsetAt(this.written.zone, minute);
    const day = Math.floor(wall / DAY);
    let table = this.#tables.get(day);
    if (!table) this.#tables.set(day, (table = this.#tableOf(day)));
    return table[(wall - day * DAY) / MINUTE] === 1;
  }

  /** What the door says of each minute of a date. */
  #tableOf(day: number): Uint8Array {
    const breaks = this.written.breaks?.[dateOf(day)] ?? [];
    const today = this.#hoursOn(day);
    const yesterday = this.#hoursOn(day - 1);
    return Uint8Array.from({ length: 1440 }, (_, minute) => {
      const clock = clocks[minute]!;
      if (breaks.some(([a, b]) => a <= clock && clock < b)) return 0;
      if (today.some(([a, b]) => a <= clock && (b <= a || clock < b))) return 1;
      return Number(yesterday.some(([a, b]) => b <= a && clock < b));
    });
  }

  #hoursOn(day: number): readonly WallInterval[] {
    if (this.written.holidays?.includes(dateOf(day))) return [];
    return this.written.overrides?.[dateOf(day)] ?? this.written.weekly[WEEKDAYS[(((day + 3) % 7) + 7) % 7]!] ?? [];
  }
}

const clocks = Array.from({ length: 1440 }, (_, minute) => iso(minute * MINUTE).slice(11, 16));
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

const RUNS = { numRuns: 60 };

describe.each(stretches)('%s from %s', (zone, from) => {
  const property = (
    check: (drawn: {
      walker: Walker;
      calendar: Calendar;
      at: number;
      other: number;
      third: number;
      durationMs: number;
      pauses: Interval[];
    }) => void,
  ) =>
    fc.assert(
      fc.property(scene(zone, from), ({ walker, calendar, pauses, ...drawn }) => {
        fc.pre(calendar !== null && walker !== null);
        check({ ...drawn, walker, calendar, pauses: pauses.map(([start, ms]) => ({ from: start, to: start + ms })) });
      }),
      RUNS,
    );

  it('adds open time as the walker does', () => {
    property(({ walker, calendar, at, durationMs }) => {
      const walked = walker.add(at, durationMs);
      fc.pre(walked !== null);
      expect(addOpenTime(calendar, at, durationMs)).toEqual(walked);
    });
  });

  it('measures open time as the walker does, signed, and additive', () => {
    property(({ walker, calendar, at, other, third }) => {
      const open = openTimeBetween(calendar, at, other);
      expect(open).toBe(walker.between(at, other));
      expect(openTimeBetween(calendar, other, at)).toBe(0 - open);
      expect(open + openTimeBetween(calendar, other, third)).toBe(openTimeBetween(calendar, at, third));
    });
  });

  it('subtracts what it added, and measures what it subtracted', () => {
    property(({ walker, calendar, at, durationMs }) => {
      fc.pre(walker.add(at, durationMs) !== null);
      const { near, far } = addOpenTime(calendar, at, durationMs);
      expect(openTimeBetween(calendar, at, near)).toBe(durationMs);
      expect(openTimeBetween(calendar, at, far)).toBe(durationMs);
      expect(isOpen(calendar, far)).toBe(true);
      const back = subtractOpenTime(calendar, near, durationMs);
      expect(openTimeBetween(calendar, back.near, near)).toBe(durationMs);
      expect(openTimeBetween(calendar, back.far, back.near)).toBe(0);
      expect(back.far <= at || openTimeBetween(calendar, at, back.far) === 0).toBe(true);
    });
  });

  it('lists open periods that are disjoint, in order, apart, and add up', () => {
    property(({ calendar, at, other }) => {
      const range = { from: Math.min(at, other), to: Math.max(at, other) };
      const periods = openPeriods(calendar, range);
      periods.forEach((period, i) => {
        expect(period.from).toBeLessThan(period.to);
        if (i > 0) expect(period.from).toBeGreaterThan(periods[i - 1]!.to);
      });
      const sum = periods.reduce((ms, period) => ms + period.to - period.from, 0);
      expect(sum).toBe(openTimeBetween(calendar, range.from, range.to));
    });
  });

  it('judges a paused clock as the walker does, the same by elapsed time and by far deadline', () => {
    property(({ walker, calendar, at, other, durationMs, pauses }) => {
      const dueAt = walker.add(at, durationMs, pauses);
      fc.pre(dueAt !== null);
      const stopAt = Math.max(at, other);
      const judged = judgeClock({ calendar, startAt: at, targetMs: durationMs, pauses, stopAt });
      expect(judged.dueAt).toEqual(dueAt);
      expect(judged.elapsedMs).toBe(walker.between(at, stopAt, pauses));
      expect(judged.state).toBe(stopAt > dueAt!.far ? 'breached' : 'met');
    });
  });
});
