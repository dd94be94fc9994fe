import { assertCanMoveOrder, DomainError, reasonOf } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import type { UserError } from '../../platform/errors/user-error.type.js';
import { userErrorsOf } from '../../platform/errors/user-errors-of.js';
import { colleagueOf } from '../colleague.js';
import { lockedOrder, readOrder } from '../locked-order.js';
import type { OrderRow } from '../order-rows.js';
import { Orders } from '../orders.js';
import { ApprovalStages } from './approval-stages.js';
import type { Verdict } from './approvals.js';

/** What came of one of many orders. */
export interface Decided {
  id: string;
  order: OrderRow | null;
  errors: UserError[];
}

const MOST_AT_ONCE = 50;

/** What approvers do beside approving and rejecting one order. */
@Injectable()
export class ApprovalMoves {
  constructor(
    private readonly database: Database,
    private readonly orders: Orders,
    private readonly stages: ApprovalStages,
  ) {}

  /** Takes back the viewer's own decision. @throws {DomainError} `TOO_LATE` */
  undo(act: Act, id: string): Promise<OrderRow> {
    return this.within(act, id, (tx, order) => this.stages.undo(tx, act, order));
  }

  delegate(act: Act, id: string, personId: string, reason: string): Promise<OrderRow> {
    return this.within(act, id, (tx, order) => this.stages.delegate(tx, act, order, personId, reason));
  }

  /**
   * Decides on many orders, each for itself: what one refuses does not hold up the others.
   *
   * @throws {DomainError} `TOO_MANY`, or when a refusal has no reason.
   */
  async decideMany(act: Act, ids: readonly string[], verdict: Verdict, reason: string | null): Promise<Decided[]> {
    if (ids.length > MOST_AT_ONCE)
      throw new DomainError('TOO_MANY', `At most ${MOST_AT_ONCE} orders are decided at once.`, ['ids']);
    const why = verdict === 'rejected' ? reasonOf(reason ?? '') : reason;
    const decided: Decided[] = [];
    for (const id of new Set(ids)) decided.push(await this.decideOne(act, id, verdict, why));
    return decided;
  }

  private async decideOne(act: Act, id: string, verdict: Verdict, reason: string | null): Promise<Decided> {
    try {
      const decided =
        verdict === 'approved' ? this.orders.approve(act, id, reason) : this.orders.reject(act, id, reason!);
      return { id, order: await decided, errors: [] };
    } catch (error) {
      const errors = userErrorsOf(error);
      if (!errors) throw error;
      return { id, order: null, errors };
    }
  }

  private within(act: Act, id: string, work: (tx: EntityManager, order: OrderRow) => Promise<void>): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const colleague = await colleagueOf(tx, act);
      const order = await lockedOrder(tx, colleague, id);
      assertCanMoveOrder(colleague, order, 'approve');
      if (order.state !== 'awaitingApproval')
        throw new DomainError('TOO_LATE', 'This order does not wait for its approval any more.');
      await work(tx, order);
      return (await readOrder(tx, id))!;
    });
  }
}
