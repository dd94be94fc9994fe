import { assertList, FIRST_YEAR } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { intersect, type Interval, unite } from '../foundation/interval.js';
import { DAY_MS } from '../foundation/local-date.js';
import { assertZone, instantOfWall } from '../foundation/zone.js';
import { assertCalendar, Calendar, remember } from './calendar.js';
import { openMsBetween, previousClosing } from './open-time.js';
import { intervalsOf, type OpenYear, packYear } from './open-year.js';

/** Instants of several calendars, whatever their zones, put together into one. */
class CombinedCalendar extends Calendar {
  override readonly alwaysOpen: boolean;
  override readonly ownYears: readonly number[];

  constructor(
    override readonly content: string,
    override readonly zone: string,
    private readonly parts: readonly Calendar[],
    private readonly combination: Combination,
  ) {
    super();
    this.alwaysOpen = combination.alwaysOpen(parts);
    this.ownYears = ownYearsOf(parts);
    Object.freeze(this);
  }

  override opensOn(day: number): boolean {
    return openMsBetween(this, this.#midnight(day), this.#midnight(day + 1)) > 0;
  }

  override lastClosingOn(day: number): number | undefined {
    return this.opensOn(day) ? previousClosing(this, this.#midnight(day + 1)) : undefined;
  }

  override closedByHoliday(day: number): boolean {
    return !this.opensOn(day) && this.parts.some((part) => part.closedByHoliday(day));
  }

  protected override compile(year: number): OpenYear {
    return packYear(year, combinedIn(year, this.parts, this.combination));
  }

  #midnight(day: number): number {
    return instantOfWall(this.zone, day * DAY_MS);
  }
}

interface Combination {
  readonly name: 'union' | 'intersection';
  intervals(parts: readonly (readonly Interval[])[]): readonly Interval[];
  alwaysOpen(parts: readonly Calendar[]): boolean;
}

const UNION: Combination = {
  name: 'union',
  intervals: (parts) => unite(parts.flat()),
  alwaysOpen: (parts) => parts.some(({ alwaysOpen }) => alwaysOpen),
};

const INTERSECTION: Combination = {
  name: 'intersection',
  intervals: (parts) => parts.reduce(intersect),
  alwaysOpen: (parts) => parts.every(({ alwaysOpen }) => alwaysOpen),
};

/**
 * Open while at least one of the calendars is. They may lie in different zones: instants are united, not hours.
 *
 * Its days are those of `zone`, by default the zone of the first calendar; a date is a business day when it has open time,
 * and closes at midnight when it does not close before.
 *
 * @throws {InputError} When there is no calendar, or the zone is unknown.
 */
export function unionOf(calendars: readonly Calendar[], zone?: string): Calendar {
  return combined(UNION, calendars, zone);
}

/**
 * Open while all of the calendars are, for example support and the provider behind it. Days as in {@link unionOf}.
 * Hours of the week that met only before 2020, when zones had other offsets, do not count as meeting.
 *
 * @throws {InputError} When there is no calendar, the zone is unknown, or the calendars are never open together.
 */
export function intersectionOf(calendars: readonly Calendar[], zone?: string): Calendar {
  return combined(INTERSECTION, calendars, zone, assertOpenTogether);
}

function combined(
  combination: Combination,
  calendars: readonly Calendar[],
  named?: string,
  assertParts?: typeof assertOpenTogether,
): Calendar {
  assertList('calendars', calendars);
  calendars.forEach((calendar, i) => assertCalendar(`calendars[${i}]`, calendar));
  const zone = named === undefined ? calendars[0]?.zone : named;
  if (zone === undefined) throw new InputError('MISSING', 'calendars', calendars, 'must hold a calendar');
  assertZone('zone', zone);
  const parts = [...new Map(calendars.map((calendar) => [calendar.content, calendar])).values()];
  if (parts.length === 1 && parts[0]!.zone === zone) return parts[0]!;
  const content = JSON.stringify({ [combination.name]: parts.map((part) => part.content).sort(), zone });
  return remember(content, () => {
    assertParts?.(parts);
    return new CombinedCalendar(content, zone, parts, combination);
  });
}

/** Hours of the week meet in these years or never: they hold every kind of year, and offsets as they are now. */
const FIRST_TOGETHER = 2020;
const TYPICAL_YEARS = Array.from({ length: 28 }, (_, i) => FIRST_TOGETHER + i);

function assertOpenTogether(calendars: readonly Calendar[]): void {
  const years = [...TYPICAL_YEARS, ...ownYearsOf(calendars)];
  if (years.some((year) => combinedIn(year, calendars, INTERSECTION).length > 0)) return;
  const zones = calendars.map(({ zone }) => zone);
  throw new InputError('NO_OPEN_TIME', 'calendars', zones, 'must be open together at some time');
}

function combinedIn(year: number, parts: readonly Calendar[], { intervals }: Combination): readonly Interval[] {
  return intervals(parts.map((part) => intervalsOf(part.openYear(year - FIRST_YEAR))));
}

const ownYearsOf = (parts: readonly Calendar[]): number[] => [...new Set(parts.flatMap((part) => part.ownYears))];
