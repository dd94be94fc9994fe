import { DomainError } from '../domain-error.js';

/** How periods come to be closed: as the organisation says for every agreement, by a person, or by themselves. */
export const CLOSING_WAYS = ['asOrganisation', 'byHand', 'byItself'] as const;
export type ClosingWay = (typeof CLOSING_WAYS)[number];

/** What a version of an agreement says about closing. */
export interface ClosingTerms {
  readonly closing: ClosingWay;
  /** Days after the end of a period, with `byItself`; else null. */
  readonly closingDays: number | null;
}

const MOST_CLOSING_DAYS = 90;

/** @throws {DomainError} When the days are given without need, or missing, or not 0 to 90. */
export function assertClosingTerms({ closing, closingDays }: ClosingTerms): void {
  const needsDays = closing === 'byItself';
  const fits = needsDays ? isClosingDays(closingDays) : closingDays === null;
  if (fits) return;
  const sentence = needsDays
    ? `Say after how many days a period closes by itself: 0 to ${MOST_CLOSING_DAYS}.`
    : 'Days belong to closing by itself.';
  throw new DomainError('WRONG_CLOSING', sentence, ['closingDays']);
}

/** @throws {DomainError} When the organisation's days are not 0 to 90. */
export function assertUsualClosing(days: number | null): void {
  if (days === null || isClosingDays(days)) return;
  throw new DomainError('WRONG_CLOSING', `Say 0 to ${MOST_CLOSING_DAYS} days.`, ['days']);
}

/**
 * Days after its end on which a period closes by itself; null = by hand.
 *
 * @param usualDays What the organisation says.
 */
export function closingDaysOf({ closing, closingDays }: ClosingTerms, usualDays: number | null): number | null {
  return closing === 'asOrganisation' ? usualDays : closingDays;
}

const isClosingDays = (days: number | null): boolean =>
  days !== null && Number.isInteger(days) && days >= 0 && days <= MOST_CLOSING_DAYS;
