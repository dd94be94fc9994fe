/** Opening and closing on the wall clock, `HH:MM`. Half-open: at the closing time it is closed. */
export type WallInterval = readonly [opens: string, closes: string];

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * When a service is open, in words of the wall clock. Plain JSON.
 *
 * - `"24:00"` is the next local midnight. An interval that closes at or before it opens runs over midnight and belongs
 *   to the day on which it opens; `["09:00", "09:00"]` lasts until nine the next morning.
 * - Intervals that open on a holiday are dropped, also those of an override.
 * - A wall time that a clock change skips is the instant of the change; one that it repeats is the first occurrence.
 */
export interface CalendarDefinition {
  /** IANA zone of the wall clock, for example `Europe/Berlin`. */
  readonly zone: string;
  /** Several intervals a day are allowed; a weekday left out is closed. */
  readonly weekly: { readonly [Day in Weekday]?: readonly WallInterval[] };
  /**
   * Dates `YYYY-MM-DD`, or `--MM-DD` for every year; or ranges of them with both ends included, such as
   * `2026-07-27/2026-08-07` and, over New Year, `--12-24/--01-01`.
   */
  readonly holidays?: readonly string[];
  /** Hours of single dates in place of the weekly ones; an empty list closes the date. */
  readonly overrides?: { readonly [date: string]: readonly WallInterval[] };
  /** Hours taken out of single dates. A break ends on its date: one over midnight is written as two. */
  readonly breaks?: { readonly [date: string]: readonly WallInterval[] };
}
