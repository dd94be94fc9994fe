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

/** Whether one promise can stand under the other: the same is measured, from the same start to the same stop. */
export function meansTheSame(a: Indicator, b: Indicator): boolean {
  if (a.kind === 'ticketsInTime' && b.kind === 'ticketsInTime') return a.metric === b.metric;
  return a.kind === b.kind;
}

/** Whether it is plain that one rests on the other, without anybody saying so: counted events have to be the same ones. */
export function plainlyMeansTheSame(a: Indicator, b: Indicator): boolean {
  if (a.kind === 'goodOfTotal' && b.kind === 'goodOfTotal') return a.series === b.series;
  return meansTheSame(a, b);
}
