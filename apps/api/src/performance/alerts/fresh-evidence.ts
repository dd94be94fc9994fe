import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Evaluation, type Reevaluated } from '../evaluation/evaluation.js';
import { Alerts } from './alerts.js';

/** Services of which something was measured, and when that was. */
export interface TouchedServices {
  readonly serviceIds: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

/** What was measured just now, by whoever: judged at once, and people hear of it as soon as the transaction is over. */
@Injectable()
export class FreshEvidence {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly alerts: Alerts,
  ) {}

  async judge(tx: EntityManager, touched: TouchedServices, at: Date): Promise<Reevaluated> {
    const judged = await this.evaluation.reevaluate(tx, touched, at);
    await this.alerts.measured(tx, [touched], at);
    return judged;
  }
}
