import type { Calendar } from '../calendar/calendar.js';
import type { Pause } from '../clock/pause.js';
import type { Interval } from '../foundation/interval.js';
import type { QuantileSketch } from '../sketch/quantile-sketch.js';

/** A stretch of time that somebody can look up: planned maintenance, an agreed exclusion, a gap in the data. */
export interface Stretch extends Interval {
  /** Opaque; the judgement gives it back so that a figure can be followed to its evidence. */
  readonly ref: string;
}

/** A stretch in which the service was down; `to: null` while it still is. */
export interface Outage {
  readonly ref: string;
  readonly from: number;
  readonly to: number | null;
}

/** What a probe saw. The status holds until the next probe. */
export interface Probe {
  readonly ref: string;
  readonly at: number;
  readonly status: 'up' | 'down';
  /**
   * Up to which further probes saw the same, one soon enough after the other that the status held all along. The last of
   * them is given too, as a probe of its own. Leave it out for a single probe.
   */
  readonly until?: number;
}

/** A piece of work under a clock. */
export interface Ticket {
  readonly ref: string;
  /** Leave it out when one target holds for all. */
  readonly priority?: string | null;
  readonly startAt: number;
  readonly stopAt?: number | null;
  readonly pauses?: readonly Pause[];
  /** Hours and targets of the time when its clock began, where the terms judged by are newer. */
  readonly pinned?: { readonly calendar: Calendar; readonly targetMs: number | Readonly<Record<string, number>> };
}

/** Events counted over a stretch of time. It belongs to the period in which it begins. */
export interface Count {
  readonly ref: string;
  readonly from: number;
  readonly to: number;
  /** Whole, at most `total`. */
  readonly good: number;
  readonly total: number;
  /**
   * Of how many stretches, one after the other, it is the sum; left out, it is one that cannot be split. No end of time
   * taken out, of a period or of service hours may lie within a sum.
   */
  readonly intervals?: number;
}

/** Events counted in slices of one length, one after the other, in columns: nothing is made for a slice. */
export interface SliceColumns {
  /** Opaque; contributions are named after it and the slices of their day: `slices[0..287]`. Default `slices`. */
  readonly ref?: string;
  /** Where the first slice begins. */
  readonly from: number;
  readonly everyMs: number;
  /** Whole, at most `total`. */
  readonly good: ArrayLike<number>;
  /** Whole; -1 where the slice was not measured. */
  readonly total: ArrayLike<number>;
}

/** A value that was measured at an instant: a duration, a temperature, a length of a queue. */
export interface Sample {
  readonly ref: string;
  readonly at: number;
  readonly value: number;
}

/** How the values of a stretch of time are distributed. It belongs to the period in which it begins. */
export interface SketchedStretch extends Stretch {
  readonly sketch: QuantileSketch;
  /** Of how many stretches it is merged, as of {@link Count}. */
  readonly intervals?: number;
}

/** An outage and how many users it hit. */
export interface Impact extends Outage {
  readonly users: number;
}

interface TimeTakenOut {
  /** Planned work that is not downtime. */
  readonly maintenance?: readonly Stretch[];
  /** Time that both sides agreed to leave out. */
  readonly exclusions?: readonly Stretch[];
}

/**
 * What was measured. Give everything that touches the period; what lies outside is left out by the calculation. Of
 * probes, give the last one before the period and the first one after it too.
 *
 * Maintenance and exclusions are taken out of availability; a count or sample that lies wholly within them is left out;
 * the clocks of tickets stand still during exclusions, and run during maintenance. Those of a whole hold for its parts.
 */
export type Evidence =
  | ({
      readonly kind: 'outages';
      readonly outages: readonly Outage[];
      readonly gaps?: readonly Stretch[];
    } & TimeTakenOut)
  | ({ readonly kind: 'probes'; readonly probes: readonly Probe[] } & TimeTakenOut)
  | ({ readonly kind: 'tickets'; readonly tickets: readonly Ticket[] } & TimeTakenOut)
  | ({ readonly kind: 'counts'; readonly counts: readonly Count[] } & TimeTakenOut)
  | ({ readonly kind: 'slices' } & SliceColumns & TimeTakenOut)
  | ({ readonly kind: 'samples'; readonly samples: readonly Sample[] } & TimeTakenOut)
  | ({ readonly kind: 'sketches'; readonly sketches: readonly SketchedStretch[] } & TimeTakenOut)
  | ({ readonly kind: 'impacts'; readonly users: number; readonly impacts: readonly Impact[] } & TimeTakenOut)
  | ({ readonly kind: 'parts'; readonly parts: Readonly<Record<string, Evidence>> } & TimeTakenOut);
