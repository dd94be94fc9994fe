import { FIRST_YEAR, LAST_YEAR } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { OpenYear } from './open-year.js';

/**
 * Open time on the time line: whatever can list the open time of a year can be asked every question. Made by
 * `createCalendar`, `unionOf` or `intersectionOf`; asked by the functions beside it. Immutable; a year is compiled when it
 * is first asked for, and kept.
 */
export abstract class Calendar {
  /** IANA zone of the wall clock by which its days are counted. */
  abstract readonly zone: string;
  /** Open at every instant, so that open time is elapsed time. */
  abstract readonly alwaysOpen: boolean;
  /** Calendars of the same content are the same object. */
  abstract readonly content: string;

  readonly #years: OpenYear[] = [];
  /** Open milliseconds of the compiled years, side by side so that they are summed at once. */
  readonly #openMs = new Float64Array(LAST_YEAR - FIRST_YEAR + 1);

  /** @internal The compiled year; `index` counts from 1900. */
  openYear(index: number): OpenYear {
    return this.#years[index] ?? this.#compile(index);
  }

  /** @internal Open milliseconds of the years from the first until before the last. */
  openMsOfYears(first: number, last: number): number {
    let openMs = 0;
    for (let index = first; index < last; index += 1) openMs += this.#openMs[index] || this.openYear(index).openMs;
    return openMs;
  }

  /** @internal Whether the date, in days since 1970-01-01, is a business day. */
  abstract opensOn(day: number): boolean;

  /** @internal When the last shift of the date closes, be it after midnight; undefined when it does not open. */
  abstract lastClosingOn(day: number): number | undefined;

  /** @internal Whether the date is closed only because it is a holiday. */
  abstract closedByHoliday(day: number): boolean;

  /** @internal Years in which dates have hours of their own, beside those of the week. */
  abstract readonly ownYears: readonly number[];

  /** The open time of a year of UTC. */
  protected abstract compile(year: number): OpenYear;

  #compile(index: number): OpenYear {
    const compiled = this.compile(FIRST_YEAR + index);
    this.#openMs[index] = compiled.openMs;
    return (this.#years[index] = compiled);
  }
}

/** @throws {InputError} When the value is no calendar, for example the definition of one. */
export function assertCalendar(path: string, calendar: Calendar): void {
  if (!(calendar instanceof Calendar)) throw new InputError('MISSING', path, calendar, 'must be a calendar');
}

const MOST_REMEMBERED = 4096;
const remembered = new Map<string, Calendar>();

/** The calendar already made of the same content, with the years it has compiled; else a new one. */
export function remember<Made extends Calendar>(content: string, make: () => Made): Made {
  const known = remembered.get(content);
  if (known) return known as Made;
  const made = make();
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(content, made);
  return made;
}
