import fc from 'fast-check';
import {
  addOpenTime,
  type Calendar,
  InputError,
  intersectionOf,
  type Interval,
  isOpen,
  judgeClock,
  openPeriods,
  openTimeBetween,
  subtractOpenTime,
  unionOf,
} from './index.js';
import { durations, instants, pauses, place, SPAN_DAYS, stretches } from './oracle/scenes.js';
import { DAY, MINUTE, type Opens, Walker } from './oracle/walker.js';

// The library against a walker that was written another way.

interface Scene {
  readonly walker: Walker;
  readonly calendar: Calendar;
  readonly at: number;
  readonly other: number;
  readonly third: number;
  readonly durationMs: number;
  readonly pauses: Interval[];
}

const scene = (zone: string, from: number): fc.Arbitrary<Scene> =>
  fc
    .record({
      place: place(zone, from),
      at: instants(from),
      other: instants(from),
      third: instants(from),
      durationMs: durations,
      pauses: pauses(from),
    })
    .map(({ place: { calendar, opens, ends }, ...drawn }) => ({
      ...drawn,
      calendar,
      walker: walkerFrom(from, opens, ends),
    }));

const walkerFrom = (from: number, opens: Opens, ends = false) => new Walker(opens, from + SPAN_DAYS * DAY, ends);

describe.each(stretches)('%s from %s', (zone, start) => {
  const from = Date.parse(`${start}T00:00:00Z`);
  const property = (check: (drawn: Scene) => void) => fc.assert(fc.property(scene(zone, from), check), { numRuns: 60 });

  it('adds open time as the walker does', () => {
    property(({ walker, calendar, at, durationMs }) => {
      const walked = walker.add(at, durationMs);
      fc.pre(walked !== null);
      const added = () => addOpenTime(calendar, at, durationMs);
      if (walked!.near === Infinity) expect(added).toThrow(InputError);
      else expect(added()).toEqual(walked);
    });
  });

  it('is open in the minutes in which the walker sees it open', () => {
    property(({ walker, calendar, at, other }) => {
      for (const instant of [at, other]) {
        expect(isOpen(calendar, instant)).toBe(walker.opens(Math.floor(instant / MINUTE) * MINUTE));
      }
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
      fc.pre(Number.isFinite(walker.add(at, durationMs)?.near));
      const { near, far } = addOpenTime(calendar, at, durationMs);
      expect(openTimeBetween(calendar, at, near)).toBe(durationMs);
      if (far !== Infinity) {
        expect(openTimeBetween(calendar, at, far)).toBe(durationMs);
        expect(isOpen(calendar, far)).toBe(true);
      }
      const back = subtractOpenTime(calendar, near, durationMs);
      expect(openTimeBetween(calendar, back.near, near)).toBe(durationMs);
      if (back.far === -Infinity) return;
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

  it('unites and intersects calendars of two zones as the walker does, and what is united counts once', () => {
    const pair = fc.record({
      one: place(zone, from),
      other: fc.constantFrom(zone, 'Europe/Berlin', 'Asia/Kathmandu').chain((second) => place(second, from)),
      at: instants(from),
      to: instants(from),
      durationMs: durations,
    });
    fc.assert(
      fc.property(pair, ({ one, other, at, to, durationMs }) => {
        const union = unionOf([one.calendar, other.calendar]);
        const shared = attempt(() => intersectionOf([one.calendar, other.calendar]));
        const either = walkerFrom(from, (minute) => one.opens(minute) || other.opens(minute), one.ends && other.ends);
        const both = walkerFrom(from, (minute) => one.opens(minute) && other.opens(minute), one.ends || other.ends);
        const open = (calendar: Calendar) => openTimeBetween(calendar, at, to);

        expect(open(union)).toBe(either.between(at, to));
        const added = either.add(at, durationMs);
        if (added && added.near !== Infinity) expect(addOpenTime(union, at, durationMs)).toEqual(added);
        if (!shared) {
          // Hours of the week that met before 2020 alone are refused.
          if (from >= Date.UTC(2020, 0, 1)) expect(both.between(at, to)).toBe(0);
          return;
        }
        expect(open(shared)).toBe(both.between(at, to));
        expect(open(union) + open(shared)).toBe(open(one.calendar) + open(other.calendar));
        const walked = both.add(at, durationMs);
        if (walked && walked.near !== Infinity) expect(addOpenTime(shared, at, durationMs)).toEqual(walked);
        expect(open(unionOf([one.calendar, shared]))).toBe(open(one.calendar));
        expect(open(intersectionOf([one.calendar, union]))).toBe(open(one.calendar));
      }),
      { numRuns: 25 },
    );
  });
});

function attempt<Made>(make: () => Made): Made | null {
  try {
    return make();
  } catch {
    return null; // never open together
  }
}
