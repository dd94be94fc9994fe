import { addMonths } from '@accord/sla';
import type { LocalDay } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import { firstDayOf, type PeriodId } from '../performance/period-id.js';
import { lastDayOf } from '../rewards/reward-plan.js';

export interface ReviewPlan {
  readonly period: PeriodId;
  readonly plannedOn: LocalDay;
}

/** What a plan is held against. */
export interface ReviewPlanning {
  readonly today: LocalDay;
  /** First day of the provider's first agreement; null when there is none. */
  readonly boundFrom: LocalDay | null;
}

/**
 * A review meets around the end of its period or later: at most a month before the end, and within a year from the later
 * of the end and today.
 *
 * @throws {DomainError} Also when the period lies before the first agreement or after this year.
 */
export function assertReviewPlan({ period, plannedOn }: ReviewPlan, { today, boundFrom }: ReviewPlanning): void {
  const end = lastDayOf([period])!;
  if (firstDayOf(period).slice(0, 4) > today.slice(0, 4))
    throw new DomainError('LATER_YEAR', 'A review looks at a period of this year or an earlier one.', ['period']);
  if (boundFrom !== null && end < boundFrom) {
    const sentence = `The first agreement with this provider begins on ${boundFrom}, after this period.`;
    throw new DomainError('BEFORE_AGREEMENT', sentence, ['period']);
  }
  const [earliest, latest] = [addMonths(end, -1), addMonths(end > today ? end : today, 12)];
  if (plannedOn >= earliest && plannedOn <= latest) return;
  const sentence = `A review of ${period} is planned between ${earliest} and ${latest}.`;
  throw new DomainError('WRONG_DAY', sentence, ['plannedOn']);
}
