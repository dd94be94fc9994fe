import { assertCanMoveOrder, assertOffered, assertSubmittable, DomainError, limitsOf } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { assertFresh } from '../platform/errors/assert-fresh.js';
import { Approvals } from './approvals/approvals.js';
import { colleagueOf } from './colleague.js';
import { lockedOrder, readOrder } from './locked-order.js';
import { onceByKey } from './once-by-key.js';
import { asInput, itemsOf } from './order-drafts.js';
import type { ItemFactsRead } from './item-facts.js';
import { factsOf, type OrderFacts } from './order-facts.js';
import { OrderItemEntity } from './order-item.entity.js';
import { OrderMoves } from './order-moves.js';
import type { OrderRow } from './order-rows.js';
import { type OrderingAs, wishOf } from './order-wish.js';
import { Starts } from './starts.js';

/** From a draft to a promise of money that somebody has to approve. */
@Injectable()
export class Submissions {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
    private readonly approvals: Approvals,
    private readonly starts: Starts,
  ) {}

  /**
   * Pins plan versions and prices, reserves the cost and asks the approvers, all of it or nothing.
   * With a key, the same submission twice is one.
   *
   * @throws {DomainError} When it is not the viewer's, the draft or its price changed since `version`, or a rule says no.
   */
  submit(act: Act, id: string, version: number, key: string | null = null): Promise<OrderRow> {
    return this.database.transaction((tx) =>
      onceByKey(tx, act, key, { submit: { id, version } }, () => this.submitIn(tx, act, id, version)),
    );
  }

  /** Within the transaction of another act. */
  async submitIn(
    tx: EntityManager,
    act: Act,
    id: string,
    version: number,
    as: OrderingAs = 'requester',
  ): Promise<OrderRow> {
    const colleague = await colleagueOf(tx, act);
    const locked = await lockedOrder(tx, colleague, id);
    const party = assertCanMoveOrder(colleague, locked, 'submit');
    assertIsDraft(locked);
    if (locked.reason === '') throw new DomainError('REASON_MISSING', 'Say why you order this.', ['reason']);
    // Drafts wait for long: who could write it need not be able to send it.
    const items = await itemsOf(tx, id);
    const { beneficiaryId: wasFor, ...kept } = locked;
    const wish = await wishOf(tx, act, { ...kept, wasFor, items: items.map(asInput) }, as);
    const facts = await factsOf(tx, act, wish, true);
    // Read again: until now the plans could still change.
    const draft = (await readOrder(tx, id))!;
    assertOffered(facts.items);
    assertSameOffer(draft, items, facts, version);
    assertSubmittable(facts);

    for (const [i, { id: itemId }] of items.entries())
      await tx.update(OrderItemEntity, { id: itemId }, pinnedItem(facts.items[i]!));
    const columns = { submittedAt: act.at, ...facts.cost, budgetId: facts.budget!.id, bundleAnswers: null };
    const told = { ...columns, planVersions: facts.items.map(({ plan }) => plan.version) };
    const submitted = await this.moves.make(tx, act, draft, 'submit', { party, columns, told });
    const asked = await this.approvals.openStages(tx, act, submitted, facts.stages);
    if (asked.waits) return this.moves.make(tx, act, submitted, 'askApproval', { party: 'nobody' });
    const decided = {
      party: 'nobody',
      reason: asked.rule,
      columns: { decidedAt: act.at, decisionReason: asked.rule },
    } as const;
    return this.starts.begin(tx, act, await this.moves.make(tx, act, submitted, 'approveByRule', decided));
  }
}

/** @throws {DomainError} `WRONG_STATE` */
function assertIsDraft({ state }: OrderRow): void {
  if (state !== 'draft') throw new DomainError('WRONG_STATE', 'This order was submitted already.');
}

/** @throws {DomainError} `PRICE_CHANGED` when only plans changed since the draft was looked at, else `STALE`. */
function assertSameOffer(
  draft: OrderRow,
  items: OrderItemEntity[],
  { items: facts }: OrderFacts,
  version: number,
): void {
  const changed = facts.filter(({ plan }, i) => plan.version !== items[i]!.planVersion);
  const grown = changed.reduce((sum, { plan, wish }) => sum + plan.version - planVersionOf(items, wish.planId), 0);
  if (version !== draft.version && version === draft.version - grown && changed[0]) {
    const sentence = `The plan ${changed[0].plan.name} or its prices have changed; look at what it costs now and submit again.`;
    throw new DomainError('PRICE_CHANGED', sentence, ['version']);
  }
  assertFresh(draft, version);
}

const planVersionOf = (items: OrderItemEntity[], planId: string): number =>
  items.find((item) => item.planId === planId)!.planVersion;

function pinnedItem({ wish, plan, prices, cost, delivery, terms, filled, fulfilment, heldBackTo }: ItemFactsRead) {
  return {
    planVersion: plan.version,
    limits: limitsOf(prices, wish.quantity),
    prices: [...prices],
    oneOff: cost.oneOff,
    monthly: cost.monthly,
    monthlyBefore: cost.monthlyBefore,
    announcedFrom: cost.announced?.from ?? null,
    announcedMonthly: cost.announced?.monthly ?? null,
    yearly: cost.yearly,
    contractValue: cost.contractValue,
    total: cost.total,
    costExplanation: [...cost.explanation],
    heldBackTo,
    ...terms,
    fulfilment,
    bundleName: wish.bundleName,
    serviceVersionId: filled.serviceVersionId,
    answers: filled.answers as object,
    droppedAnswers: filled.droppedAnswers,
    deliveryHours: delivery?.targetHours ?? null,
    deliveryCalendarVersionId: delivery?.calendarVersionId ?? null,
  };
}
