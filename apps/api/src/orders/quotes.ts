import { budgetLeft, type DroppedAnswer, judgeDelivery, submissionRefusals } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import type { UserError } from '../platform/errors/user-error.type.js';
import { userErrorsOf } from '../platform/errors/user-errors-of.js';
import { instantOf } from '../platform/instant-of.js';
import type { StageWithPeople } from './approvals/planned-stages.js';
import { type CostRow, costRow, type ItemCostRow, itemCostRow, lastingSums } from './cost-of-order.js';
import type { PinnedDelivery } from './delivery.loader.js';
import type { ItemFactsRead } from './item-facts.js';
import { factsOf, type OrderFacts } from './order-facts.js';
import { wishOf } from './order-wish.js';
import type { DraftOrderInput } from './order.input.js';

/** What would come of an item, as GraphQL answers it. */
export interface ItemQuote {
  planId: string;
  kind: ItemFactsRead['kind'];
  quantity: number;
  prices: ItemFactsRead['prices'];
  cost: ItemCostRow;
  teamId: string | null;
  dueAt: Date | null;
  heldBackTo: string | null;
  endsAgreementId: string | null;
  droppedAnswers: DroppedAnswer[];
  refusals: UserError[];
}

/** What would come of an order, as GraphQL answers it. */
export interface Quote {
  cost: CostRow;
  items: ItemQuote[];
  budget: { unitId: string; left: string; currency: string } | null;
  years: OrderFacts['years'];
  stages: StageWithPeople[];
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
    const { budget, cost, stages, years } = facts;
    const refusals = submissionRefusals(facts).flatMap((refusal) => userErrorsOf(refusal)!);
    const items = facts.items.map((item, i) => itemQuote(item, i, refusals, act.at));
    const dues = items.map(({ dueAt }) => dueAt).filter((due) => due !== null);
    return {
      cost: costRow({ ...cost, ...lastingSums(facts.items.map((item) => item.cost)) }, cost.currency, {
        budgetId: budget?.id ?? null,
        approverIds: [],
      }),
      items,
      budget: budget && { unitId: budget.unitId, left: budgetLeft(budget), currency: budget.currency },
      years,
      stages,
      dueAt: dues.length > 0 ? new Date(Math.max(...dues.map(Number))) : null,
      refusals,
    };
  }
}

function itemQuote(
  { plan, kind, quantity, prices, cost, teamId, delivery, filled, heldBackTo, endsAgreementId }: ItemFactsRead,
  i: number,
  all: UserError[],
  at: Date,
): ItemQuote {
  return {
    planId: plan.id,
    kind,
    quantity,
    prices,
    cost: itemCostRow(cost, plan.currency),
    teamId,
    dueAt: delivery && dueAt(delivery, at),
    heldBackTo,
    endsAgreementId,
    droppedAnswers: filled.droppedAnswers,
    refusals: all.filter(({ field }) => field?.[0] === 'items' && field[1] === String(i)),
  };
}

function dueAt({ calendar, targetHours }: PinnedDelivery, at: Date): Date | null {
  const now = at.getTime();
  const clock = { calendar, targetHours, submittedAt: now, pauses: [], deliveredAt: null, asOf: now };
  return instantOf(judgeDelivery(clock).dueAt.near);
}
