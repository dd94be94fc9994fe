import fc from 'fast-check';
import { type Calendar, type CalendarDefinition, createCalendar, type WallInterval } from '../index.js';
import { atTheDoor, DAY, dateOf, MINUTE, type Opens, WEEKDAYS } from './walker.js';

/** How far the walker goes. */
export const SPAN_DAYS = 45;

// Each stretch holds what makes its zone hard: clock changes both ways, half hours, a midnight that does not exist, a
// day that does not exist.
export const stretches: [zone: string, from: string][] = [
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

const hours: fc.Arbitrary<WallInterval[]> = fc.uniqueArray(time, { maxLength: 4 }).map((times) => {
  const ordered = [...times].sort();
  const pairs: WallInterval[] = [];
  for (let i = 0; i + 1 < ordered.length; i += 2) pairs.push([ordered[i]!, ordered[i + 1]!]);
  return ordered.length % 2 === 1 ? [...pairs, [ordered.at(-1)!, '24:00']] : pairs;
});

const night = fc.constantFrom<WallInterval[]>([['22:00', '04:00']], [['20:30', '00:00']], [['17:00', '06:30']]);
/** In reach of the walker. */
const date = (from: number) => fc.integer({ min: 0, max: SPAN_DAYS - 3 }).map((day) => dateOf(from / DAY + day));

const week = fc
  .tuple(...WEEKDAYS.map(() => fc.oneof({ weight: 5, arbitrary: hours }, { weight: 1, arbitrary: night })))
  .map((days) => Object.fromEntries(WEEKDAYS.map((day, i) => [day, days[i]!])));

const definition = (zone: string, from: number): fc.Arbitrary<CalendarDefinition> =>
  fc.record({
    zone: fc.constant(zone),
    weekly: fc.oneof({ weight: 5, arbitrary: week }, { weight: 1, arbitrary: fc.constant({}) }),
    holidays: fc.uniqueArray(date(from), { maxLength: 3 }),
    overrides: fc.dictionary(date(from), hours, { maxKeys: 4 }),
    breaks: fc.dictionary(date(from), fc.constant<WallInterval[]>([['09:00', '13:45']]), { maxKeys: 2 }),
  });

/** A calendar, and what somebody at its door sees. */
export interface Place {
  readonly calendar: Calendar;
  readonly opens: Opens;
  readonly written: CalendarDefinition;
  /** It has hours of single dates alone. */
  readonly ends: boolean;
}

/** Random calendars that the library accepts: no night shift overlaps the next morning, and something opens. */
export const place = (zone: string, from: number): fc.Arbitrary<Place> =>
  definition(zone, from)
    .map((written) => {
      const ends = Object.values(written.weekly).every((shifts) => shifts.length === 0);
      return { written, calendar: attempt(written), opens: atTheDoor(written), ends };
    })
    .filter((found): found is Place => found.calendar !== null);

function attempt(written: CalendarDefinition): Calendar | null {
  try {
    return createCalendar(written);
  } catch {
    return null;
  }
}

/** Instants of a stretch that leave room on both sides. */
export const instants = (from: number) => fc.integer({ min: from + 5 * DAY, max: from + 20 * DAY });

/** Odd milliseconds, and quarters of hours, on which hours open and close. */
export const durations = fc.oneof(
  fc.integer({ min: 0, max: 2 * DAY }),
  fc.integer({ min: 0, max: 40 }).map((n) => n * 15 * MINUTE),
);

export const pauses = (from: number) =>
  fc.array(
    fc
      .tuple(instants(from), fc.integer({ min: 0, max: 2 * DAY }))
      .map(([start, ms]) => ({ from: start, to: start + ms })),
    { maxLength: 4 },
  );
