import { DomainError } from '../domain-error.js';

/** Whose figure counts: ours, the provider's, or one that both agreed on. */
export const MEASURED_BY = ['us', 'provider', 'both'] as const;
export type MeasuredBy = (typeof MEASURED_BY)[number];

/** Who measures for the record, and how long the other side may object. */
export interface RecordTerms {
  readonly measuredBy: MeasuredBy;
  /** Days after a figure was stated, in which silence agrees to nothing; null = silence never does. */
  readonly objectionDays: number | null;
}

/** @throws {DomainError} `WRONG_OBJECTION_DAYS` for less than a day or more than a year. */
export function assertObjectionDays(days: number | null | undefined): void {
  if (days == null || (Number.isInteger(days) && days >= 1 && days <= 366)) return;
  throw new DomainError('WRONG_OBJECTION_DAYS', 'One may object for 1 to 366 days.', ['objectionDays']);
}
