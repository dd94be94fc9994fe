import { Decimal } from 'decimal.js';
import { addDays, type LocalDay } from '../agreements/local-day.js';

/** What comes with a plan beside its price; other nouns by their ids. */
export interface PlanPromise {
  /** The SLA; null = none. */
  readonly agreementId: string | null;
  /** Open time in which an order is delivered; null = nothing promised. */
  readonly deliveryHours: string | null;
  readonly deliveryCalendarId: string | null;
}

/** What a plan promises from one of its versions on. */
export interface PromiseFrom extends PlanPromise {
  readonly planVersion: number;
  /** First day for those who had the plan before; null = a newer one came before it reached them. */
  readonly subscribersFrom: LocalDay | null;
}

/**
 * What somebody has of a plan on a day: what it promised when they ordered it, or what has reached them since.
 *
 * @param promises Of the plan, oldest first.
 * @param planVersion The version of the plan that they ordered.
 * @returns null when nothing is known of it.
 */
export function promiseHeld<P extends PromiseFrom>(
  promises: readonly P[],
  planVersion: number,
  day: LocalDay,
): P | null {
  const has = (one: P) =>
    one.planVersion <= planVersion || (one.subscribersFrom !== null && one.subscribersFrom <= day);
  return promises.findLast(has) ?? null;
}

/**
 * Whether anybody who has it loses something: the SLA, or some of how soon an order is delivered. Another SLA, or other
 * opening hours, may be worse for somebody.
 */
export function promisesLess(before: PlanPromise, after: PlanPromise): boolean {
  if (before.agreementId !== null && before.agreementId !== after.agreementId) return true;
  if (before.deliveryHours === null) return false;
  if (after.deliveryHours === null || before.deliveryCalendarId !== after.deliveryCalendarId) return true;
  return new Decimal(after.deliveryHours).gt(before.deliveryHours);
}

/** Whether two promise the same. */
export function samePromise(one: PlanPromise, other: PlanPromise): boolean {
  return !promisesLess(one, other) && !promisesLess(other, one);
}

/**
 * From when on a new promise holds for those who have the plan: at once, but no earlier than the notice period after today
 * where somebody would lose something.
 *
 * @param held What they have today.
 */
export function promiseReaches(
  held: readonly PlanPromise[],
  after: PlanPromise,
  { today, noticeDays }: { readonly today: LocalDay; readonly noticeDays: number },
): LocalDay {
  return held.some((before) => promisesLess(before, after)) ? addDays(today, noticeDays) : today;
}
