import { budgetLeft, judgeDelivery, submissionRefusals } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import type { UserError } from '../platform/errors/user-error.type.js';
import { userErrorsOf } from '../platform/errors/user-errors-of.js';
import { instantOf } from '../platform/instant-of.js';
import { type CostRow, costRow } from './cost-of-order.js';
import type { PinnedDelivery } from './delivery.loader.js';
import { wishOf } from './order-drafts.js';
import { factsOf } from './order-facts.js';
import type { DraftOrderInput } from './order.input.js';

/** What would come of an order, as GraphQL answers it. */
export interface Quote {
  cost: CostRow;
  budget: { unitId: string; left: string; currency: string } | null;
  approverIds: string[];
  teamId: string | null;
  dueAt: Date | null;
  refusals: UserError[];
}

/** What an order would cost and who would decide, without writing anything down. */
@Injectable()
export class Quotes {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} When the viewer does not order for the unit, or plan, unit or beneficiary are unknown. */
  async of(act: Act, input: DraftOrderInput): Promise<Quote> {
    const manager = this.database.read;
    const facts = await factsOf(manager, act, await wishOf(manager, act, input), false);
    const { plan, budget, cost, approverIds, teamId, delivery } = facts;
    return {
      cost: costRow(cost, plan.currency, { budgetId: budget?.id ?? null, approverIds }),
      budget: budget && { unitId: budget.unitId, left: budgetLeft(budget), currency: budget.currency },
      approverIds,
      teamId,
      dueAt: delivery && dueAt(delivery, act.at),
      refusals: submissionRefusals(facts).flatMap((refusal) => userErrorsOf(refusal)!),
    };
  }
}

function dueAt({ calendar, targetHours }: PinnedDelivery, at: Date): Date | null {
  const now = at.getTime();
  return instantOf(judgeDelivery({ calendar, targetHours, submittedAt: now, deliveredAt: null, asOf: now }).dueAt.near);
}
