import { dayIn } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import type { Viewer } from '../people/viewer.js';
import type { Days } from '../rewards/proration.js';
import { isMeasuredBy, type MeasuredService } from './performance-policy.js';

/** A stretch of time, half-open. */
export interface TouchedTime {
  readonly from: Date;
  readonly to: Date;
}

/** @param what Which another service manager does, such as `correct its counts`. */
export const measuredByIt = (what: string): DomainError =>
  new DomainError(
    'MEASURED_BY_IT',
    `You own this service, are paid by what is measured on it, or speak for a provider: another service manager has to ${what}.`,
  );

/** Whether the viewer is measured by a figure that the time touches, in whatever zone its periods are. */
export const isMeasuredIn = (viewer: Viewer, service: MeasuredService, time: TouchedTime): boolean =>
  isMeasuredBy(viewer, service, daysAnywhere(time));

/**
 * Nobody makes the figure that they are measured by, alone.
 *
 * @param what As of {@link measuredByIt}.
 * @throws {DomainError} `MEASURED_BY_IT`
 */
export function assertNotMeasuredIn(viewer: Viewer, service: MeasuredService, time: TouchedTime, what: string): void {
  if (isMeasuredIn(viewer, service, time)) throw measuredByIt(what);
}

const WESTERNMOST_MS = -12 * 3_600_000;
const EASTERNMOST_MS = 14 * 3_600_000;

/** From the first local day that a stretch of time touches somewhere on earth to the last one. */
export function daysAnywhere({ from, to }: TouchedTime): Days {
  const last = Math.max(from.getTime(), to.getTime() - 1);
  return {
    from: dayIn('UTC', new Date(from.getTime() + WESTERNMOST_MS)),
    to: dayIn('UTC', new Date(last + EASTERNMOST_MS)),
  };
}
