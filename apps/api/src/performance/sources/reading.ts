import type { Measured, OutageReport, UnreadPart } from '@accord/domain';
import type { Answer } from '../../platform/outgoing/ask-server.js';
import type { AnnouncedCalendar } from '../maintenances/announced-calendar.js';

/** From where to read on, and now; epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A row that a server told of; `fault` says why it cannot be recorded. */
export interface ReadRow {
  readonly at: number;
  readonly to: number | null;
  readonly good: number | null;
  readonly total: number | null;
  readonly up: boolean | null;
  /** Of values. */
  readonly sketch?: Measured['sketch'];
  readonly bounds?: Measured['bounds'];
  readonly fault: string | null;
}

/** A date, YYYY-MM-DD, and what the calendar calls it. */
export interface HolidayTold {
  readonly date: string;
  readonly name: string;
}

/** The days on which a calendar says that nobody works. */
export interface HolidaysRead {
  /** The earliest first. */
  readonly days: readonly HolidayTold[];
  /** Events that are no days, and why. */
  readonly faults: readonly { readonly at: number; readonly name: string; readonly fault: string }[];
}

export interface Reading {
  readonly rows: readonly ReadRow[];
  /** Outages that a status page told of, in place of rows. */
  readonly reports?: readonly OutageReport[];
  /** What of the page is not as it should be. */
  readonly unread?: readonly UnreadPart[];
  /** What a calendar announces of the time ahead, in place of rows. */
  readonly maintenance?: AnnouncedCalendar;
  /** Of a calendar, in place of rows. */
  readonly holidays?: HolidaysRead;
  /** From where to read on next. */
  readonly readTo: number;
  /** Whether there is more to read at once. */
  readonly isMore: boolean;
}

/** Asks the server of a pull for a path below its address. @throws {NoAnswer} @throws {PullFailure} */
export type Ask = (path: string) => Promise<Answer>;

/** Why nothing can be read now: a sentence for people, and how long the server asks to be left alone. */
export class PullFailure extends Error {
  readonly retryAfterMs: number | null;

  constructor(message: string, answer?: Pick<Answer, 'retryAfterSeconds'>) {
    super(message);
    this.retryAfterMs = answer?.retryAfterSeconds ? answer.retryAfterSeconds * 1_000 : null;
  }
}
