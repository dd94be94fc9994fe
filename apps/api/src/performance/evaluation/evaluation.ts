import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Services whose evidence changed, and the time it is about. */
export interface Touched {
  readonly serviceIds: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

export interface Reevaluated {
  /** Open results judged anew, or for the first time. */
  readonly judged: number;
  /** Commitments they belong to. */
  readonly commitments: number;
  /** Frozen results that would come out differently now. */
  readonly late: number;
}

/** Turns evidence into period results; the only one who writes open ones. */
@Injectable()
export class Evaluation {
  /**
   * Judges every period that the touched time reaches, of every commitment on the services, and stores it as an open
   * result; a frozen one is only marked when it would come out differently. Periods run from the first version in
   * force to the one that contains `at`.
   *
   * For tickets, name the time from the first opening to `at`: a clock may be decided long after its ticket opened.
   */
  declare reevaluate: (tx: EntityManager, touched: Touched, at: Date) => Promise<Reevaluated>;
}
