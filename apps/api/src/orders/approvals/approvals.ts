import { type ApprovalVerdict, DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import type { OrderRow } from '../order-rows.js';
import { ApprovalStages } from './approval-stages.js';
import type { StageWithPeople } from './planned-stages.js';

/** Whether somebody has to decide; where nobody has to, the rules that did. */
export type Asked = { readonly waits: true } | { readonly waits: false; readonly rule: string };

export type Verdict = 'approved' | 'rejected';

/** Who decides on an order, and what comes of what they said. */
@Injectable()
export class Approvals {
  constructor(private readonly stages: ApprovalStages) {}

  /** Asks those who decide, at submission, once its cost is reserved. */
  async openStages(tx: EntityManager, act: Act, order: OrderRow, stages: readonly StageWithPeople[]): Promise<Asked> {
    const outcome = await this.stages.open(tx, act, order, stages);
    if (outcome === 'open') return { waits: true };
    return { waits: false, rule: [...new Set(stages.map(({ automatic }) => automatic!.sentence))].join(' ') };
  }

  /**
   * Keeps what somebody decided.
   *
   * @returns The move that follows; null while others are still to decide.
   * @throws {DomainError} When the viewer is not asked, or a refusal has no reason.
   */
  async decide(
    tx: EntityManager,
    act: Act,
    order: OrderRow,
    verdict: Verdict,
    reason: string | null,
  ): Promise<'approve' | 'reject' | null> {
    const said: ApprovalVerdict = verdict === 'approved' ? 'approved' : 'refused';
    if (said === 'refused' && !reason) throw new DomainError('REASON_MISSING', 'Say why.', ['reason']);
    const outcome = await this.stages.decide(tx, act, order, said, reason);
    if (outcome === 'open') return null;
    return outcome === 'approved' ? 'approve' : 'reject';
  }
}
