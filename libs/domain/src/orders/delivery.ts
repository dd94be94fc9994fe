import { type Calendar, type ClockJudgement, judgeClock, type Pause } from '@accord/sla';
import { Decimal } from 'decimal.js';
import { DomainError } from '../domain-error.js';
import type { OrderParty, OrderState } from './order-states.js';

const HOUR_MS = 3_600_000;

/** Ten years of open time; nobody promises more. */
const MOST_HOURS = 87_600;

/** @throws {DomainError} `WRONG_TARGET` when the hours are not positive, or more than ten years. */
export function assertDeliveryHours(targetHours: string): void {
  const hours = new Decimal(targetHours);
  if (hours.gt(0) && hours.lte(MOST_HOURS) && hours.decimalPlaces() <= 4) return;
  throw new DomainError('WRONG_TARGET', 'A delivery is promised within 0.0001 to 87600 hours of open time.', [
    'delivery',
    'targetHours',
  ]);
}

/** Instants are epoch milliseconds. */
export interface DeliveryClock {
  readonly calendar: Calendar;
  /** Open time from submission. */
  readonly targetHours: string;
  readonly submittedAt: number;
  /** From {@link waitingForRequester}. */
  readonly pauses: readonly Pause[];
  readonly deliveredAt: number | null;
  readonly asOf: number;
}

/** Judges the delivery of an order by the clock that judges tickets. */
export function judgeDelivery({
  calendar,
  targetHours,
  submittedAt,
  pauses,
  deliveredAt,
  asOf,
}: DeliveryClock): ClockJudgement {
  const targetMs = new Decimal(targetHours).times(HOUR_MS).round().toNumber();
  return judgeClock({ calendar, startAt: submittedAt, targetMs, pauses, stopAt: deliveredAt, asOf });
}

/** An event of an order, as far as the time of its delivery goes. Instants are epoch milliseconds. */
export interface TimedMove {
  readonly at: number;
  readonly to: OrderState;
  readonly by: OrderParty;
}

/**
 * When an order waited for its requester: those stretches do not use up the promised time. In order of time. A delivery
 * that was sent back waited from the delivery until then, and the time goes on.
 */
export function waitingForRequester(moves: readonly TimedMove[]): Pause[] {
  return moves.flatMap((move, i) => {
    const next = moves.slice(i + 1).find(({ to }) => to !== move.to);
    const wasSentBack = move.to === 'delivered' && next?.to === 'fulfilling';
    return stopsClock(move) || wasSentBack ? [{ from: move.at, to: next?.at ?? null }] : [];
  });
}

/** What waits for the requester does not use up the time that was promised to them. */
function stopsClock({ to, by }: Pick<TimedMove, 'to' | 'by'>): boolean {
  return to === 'needsInformation' || to === 'scheduled' || (to === 'onHold' && by === 'requester');
}

/** Whether the promise on the delivery is still to be kept, or was; an order that came to nothing is not judged. */
export function isDeliveryJudged(state: OrderState): boolean {
  return !['draft', 'rejected', 'cancelled', 'failed'].includes(state);
}
