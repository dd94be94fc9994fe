import { assertCanMoveOrder, assertSubmittable, DomainError, moveOrder, ORDER_MOVES } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { assertFresh } from '../platform/errors/assert-fresh.js';
import { bookEntry } from './budgets/book-entry.js';
import { colleagueOf } from './colleague.js';
import { keepMove } from './keep-move.js';
import { lockedOrder, readOrder } from './locked-order.js';
import { OrderApproverEntity } from './order-approver.entity.js';
import { wishOf } from './order-drafts.js';
import { factsOf, type OrderFacts } from './order-facts.js';
import type { OrderRow } from './order-rows.js';
import { OrderEntity } from './order.entity.js';

/** From a draft to a promise of money that somebody has to approve. */
@Injectable()
export class Submissions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Pins plan version and prices, reserves the cost and asks the approvers, all of it or nothing.
   *
   * @throws {DomainError} When it is not the viewer's, the draft or its price changed since `version`, or a rule says no.
   */
  submit(act: Act, id: string, version: number): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const colleague = await colleagueOf(tx, act);
      const locked = await lockedOrder(tx, colleague, id);
      assertCanMoveOrder(colleague, locked, 'submit');
      const submitted = moveOrder(locked.state, 'submit');
      if (locked.reason === '') throw new DomainError('REASON_MISSING', 'Say why you order this.', ['reason']);
      const asking = moveOrder(submitted, 'askApproval');
      // Drafts wait for long: who could write it need not be able to send it.
      const wish = await wishOf(tx, act, locked);
      const facts = await factsOf(tx, act, wish, true);
      // Read again: until now the plan could still change.
      const draft = (await readOrder(tx, id))!;
      assertSameOffer(draft, facts, version);
      assertSubmittable(facts);

      const pinned = pinnedColumns(act, facts);
      await tx.update(OrderEntity, { id }, { state: asking, stateSince: act.at, ...pinned });
      await keepMove(tx, act, id, draft.state, submitted);
      await keepMove(tx, act, id, submitted, asking);
      await tx.insert(
        OrderApproverEntity,
        facts.approverIds.map((personId) => ({ orderId: id, personId })),
      );
      const entry = { budgetId: pinned.budgetId, orderId: id, amount: pinned.total };
      await bookEntry(tx, act, entry, ORDER_MOVES.submit.money);
      await this.record(
        tx,
        act,
        id,
        { state: draft.state },
        { state: asking, ...entry, planVersion: pinned.planVersion },
      );
      return (await readOrder(tx, id))!;
    });
  }

  private record(tx: EntityManager, act: Act, id: string, before: object, after: object): Promise<void> {
    return this.audit.record(tx, act, ORDER_MOVES.submit.action, { type: 'order', id }, before, after);
  }
}

/** @throws {DomainError} `PRICE_CHANGED` when only the plan changed since the draft was looked at, else `STALE`. */
function assertSameOffer(draft: OrderRow, { plan }: OrderFacts, version: number): void {
  const changes = draft.version - plan.version;
  if (version !== draft.version && version === changes + draft.planVersion) {
    const sentence = `The plan ${plan.name} or its prices have changed; look at what it costs now and submit again.`;
    throw new DomainError('PRICE_CHANGED', sentence, ['version']);
  }
  assertFresh(draft, version);
}

function pinnedColumns(act: Act, { plan, prices, cost, budget, delivery }: OrderFacts) {
  return {
    submittedAt: act.at,
    planVersion: plan.version,
    prices,
    oneOff: cost.oneOff,
    monthly: cost.monthly,
    total: cost.total,
    costExplanation: [...cost.explanation],
    budgetId: budget!.id,
    deliveryHours: delivery?.targetHours ?? null,
    deliveryCalendarVersionId: delivery?.calendarVersionId ?? null,
  };
}
