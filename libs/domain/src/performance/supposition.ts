import { instantOfWall, type Interval } from '@accord/sla';
import type { CommitmentPromise, CreditTerms, ExcludedTime, MissingData } from '../agreements/commitment-terms.js';
import type { Indicator, PriorityTarget } from '../agreements/indicator.js';
import { dayIn } from '../agreements/local-day.js';
import type { WindowKind } from '../agreements/period-window.js';
import { DomainError } from '../domain-error.js';
import type { PeriodId } from './period-id.js';

/** What a promise is supposed to say otherwise; what is left out stays as it is. */
export interface Supposition {
  readonly target?: string;
  readonly windowKind?: WindowKind;
  readonly missingData?: MissingData;
  readonly coverageFloor?: string;
  readonly providerOwesData?: boolean;
  readonly excludedTime?: ExcludedTime;
  /** null = no credit. */
  readonly credit?: CreditTerms | null;
  /** Of availability. */
  readonly shortestOutageMs?: number;
  /** Of values. */
  readonly limit?: number;
  /** Of tickets: other times for these priorities. */
  readonly targets?: readonly PriorityTarget[];
}

/** @throws {DomainError} `WRONG_INDICATOR` when it supposes something of another indicator, or two times of a priority. */
export function supposed(promise: CommitmentPromise, supposition: Supposition): CommitmentPromise {
  const { shortestOutageMs, limit, targets, ...others } = supposition;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  return {
    ...promise,
    ...given,
    indicator: supposedIndicator(promise.indicator, { shortestOutageMs, limit, targets }),
  };
}

function supposedIndicator(
  indicator: Indicator,
  { shortestOutageMs, limit, targets }: Pick<Supposition, 'shortestOutageMs' | 'limit' | 'targets'>,
): Indicator {
  if (shortestOutageMs !== undefined) {
    if (indicator.kind === 'availability') return { ...indicator, shortestOutageMs };
    throw new DomainError('WRONG_INDICATOR', 'Only availability knows a shortest outage.', ['shortestOutageMs']);
  }
  if (limit !== undefined) {
    if (indicator.kind === 'percentile') return { ...indicator, limit };
    throw new DomainError('WRONG_INDICATOR', 'Only values have a limit.', ['limit']);
  }
  if (targets === undefined) return indicator;
  if (indicator.kind !== 'ticketsInTime')
    throw new DomainError('WRONG_INDICATOR', 'Only tickets have times by priority.', ['targets']);
  const others = new Map(targets.map((target) => [target.priority, target]));
  const twice = targets.find((target) => others.get(target.priority) !== target);
  if (twice) throw new DomainError('WRONG_INDICATOR', `Priority ${twice.priority} has two targets.`, ['targets']);
  const unknown = targets.find(({ priority }) => indicator.targets.every((target) => target.priority !== priority));
  if (unknown) {
    const sentence = `Nothing is promised for priority ${unknown.priority}.`;
    throw new DomainError('WRONG_INDICATOR', sentence, ['targets']);
  }
  return { ...indicator, targets: indicator.targets.map((target) => others.get(target.priority) ?? target) };
}

/** Twelve months that have ended, oldest first. */
export interface PastYear extends Interval {
  readonly months: readonly PeriodId[];
}

/**
 * The newest twelve months that have ended in a zone.
 *
 * @param inQuarters Whether anything is judged by quarters: then the newest four quarters.
 */
export function pastYear(timeZone: string, at: Date, inQuarters: boolean): PastYear {
  const [year, month] = dayIn(timeZone, at).split('-').map(Number) as [number, number];
  const running = year * 12 + month - 1;
  const end = inQuarters ? running - (running % 3) : running;
  const ids = Array.from({ length: 13 }, (_, i) => idOf(end - 12 + i));
  const [from, to] = [ids[0]!, ids[12]!].map((id) => instantOfWall(timeZone, Date.parse(`${id}-01T00:00:00Z`)));
  return { from: from!, to: to!, months: ids.slice(0, 12) };
}

const idOf = (months: number): PeriodId => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
