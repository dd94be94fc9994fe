import type { Calendar } from '@accord/sla';
import type { AgreementKind } from '../agreement-kind.js';
import type { CommitmentPromise } from '../commitment-terms.js';
import type { Indicator } from '../indicator.js';
import type { LocalDay } from '../local-day.js';

/** Commitments that a commitment rests on: one, or several of which so many have to be kept. */
export interface Underpinning {
  readonly commitmentIds: readonly string[];
  /** How many of them; all = each is needed for itself. */
  readonly needed: number;
}

/** A commitment in force, as far as others rest on it or it on others. */
export interface ChainPromise {
  /** Of the commitment. */
  readonly id: string;
  readonly serviceId: string;
  readonly agreementKind: AgreementKind;
  readonly promise: Pick<CommitmentPromise, 'indicator' | 'target' | 'comparator' | 'windowKind'>;
  readonly calendar: Calendar;
  /** Last day in force that is known; null = open. */
  readonly endsOn: LocalDay | null;
  /** What its terms name; empty = as the services rest on each other. */
  readonly underpinnedBy: readonly Underpinning[];
}

/**
 * Whether one promise can stand under the other: the same is measured, from the same start to the same stop; values keep
 * a limit that is no higher.
 */
export function meansTheSame(promised: Indicator, part: Indicator): boolean {
  if (promised.kind === 'ticketsInTime' && part.kind === 'ticketsInTime') return promised.metric === part.metric;
  if (promised.kind === 'percentile' && part.kind === 'percentile')
    return promised.unit === part.unit && part.limit <= promised.limit;
  // Who is content with every part may still not be content with the whole.
  return promised.kind === part.kind && promised.kind !== 'satisfaction';
}

/** Whether it is plain that one rests on the other, without anybody saying so: what is counted has to be the same. */
export function plainlyMeansTheSame(promised: Indicator, part: Indicator): boolean {
  if ('series' in promised && 'series' in part && promised.series !== part.series) return false;
  return meansTheSame(promised, part);
}
