import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Evaluation } from '../evaluation/evaluation.js';
import type { NewestResult } from '../evaluation/newest-results.js';
import { differs } from '../evaluation/result-row.js';
import { Restatements } from '../results/restatements.js';

/** Makes a result what the figure of record says, whatever it was before. */
@Injectable()
export class RecordRestatements {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly restatements: Restatements,
  ) {}

  /** Breach, credit and claim follow; nothing happens where it comes out the same. The commitment must be locked. */
  async restate(tx: EntityManager, act: Act, result: NewestResult, reason: string): Promise<void> {
    const { commitmentId, fromAt: from } = result;
    if (result.state === 'open') {
      await this.evaluation.reevaluate(tx, { commitmentIds: [commitmentId], from, to: from }, act.at);
      return;
    }
    const [judged] = await this.evaluation.judgeAgain(tx, [result], act.at);
    if (differs(result, judged!)) await this.restatements.restate(tx, act, [result], reason, { isOfRecord: true });
  }
}
