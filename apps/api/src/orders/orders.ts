import {
  assertCanMoveOrder,
  assertNothingDelivered,
  cancellable,
  cancellationOf,
  itemStanding,
  type OrderMove,
  reasonOf,
  startsFrom,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { Acceptances } from './acceptances.js';
import { Approvals, type Verdict } from './approvals/approvals.js';
import { ApproverSearch } from './approvals/approver-search.js';
import { colleagueOf } from './colleague.js';
import { assertEntitled } from './entitled-people.js';
import { notedDelivery, teamsAtWork } from './fulfilment/own-deliveries.js';
import { RollUp } from './fulfilment/roll-up.js';
import { makeRework } from './fulfilment/task-making.js';
import { lockedOrder } from './locked-order.js';
import { itemsOf } from './order-drafts.js';
import { OrderItemEntity } from './order-item.entity.js';
import { type MoveWords, OrderMoves } from './order-moves.js';
import type { OrderRow } from './order-rows.js';
import { Starts } from './starts.js';

/** Orders after their submission: decided, asked about, fulfilled, accepted, or come to nothing. */
@Injectable()
export class Orders {
  constructor(
    private readonly database: Database,
    private readonly moves: OrderMoves,
    private readonly approvals: Approvals,
    private readonly approvers: ApproverSearch,
    private readonly starts: Starts,
    private readonly acceptances: Acceptances,
    private readonly rollUp: RollUp,
  ) {}

  /** @throws {DomainError} When the viewer does not decide on it, or no team manages a service today. */
  async approve(act: Act, id: string, reason: string | null): Promise<OrderRow> {
    await this.approvers.run(act);
    return this.decide(act, id, 'approved', reason?.trim() || null);
  }

  /** @throws {DomainError} When the viewer does not decide on it, or gives no reason. */
  async reject(act: Act, id: string, reason: string): Promise<OrderRow> {
    const why = reasonOf(reason);
    await this.approvers.run(act);
    return this.decide(act, id, 'rejected', why);
  }

  /** Waits for the requester's answer, by an approver before the approval and by the team after it. */
  async ask(act: Act, id: string, question: string): Promise<OrderRow> {
    const what = reasonOf(question);
    await this.approvers.run(act);
    return this.oneOf(act, id, ['askBeforeApproval', 'askDuringWork'], what);
  }

  /** The order goes on where it was asked about. */
  answer(act: Act, id: string, answer: string): Promise<OrderRow> {
    return this.move(act, id, 'answer', reasonOf(answer));
  }

  /** @throws {DomainError} When the viewer is not of the team, or it has begun already. */
  start(act: Act, id: string): Promise<OrderRow> {
    return this.move(act, id, 'start', null);
  }

  /** Held by the requester, the promised time stands still; held by the team, it does not. */
  hold(act: Act, id: string, reason: string): Promise<OrderRow> {
    return this.move(act, id, 'hold', reasonOf(reason));
  }

  release(act: Act, id: string): Promise<OrderRow> {
    return this.move(act, id, 'release', null);
  }

  deliver(act: Act, id: string, note: string | null): Promise<OrderRow> {
    return this.within(act, id, 'deliver', async (tx, order, words) => {
      const reason = await notedDelivery(tx, act, order, teamsAtWork(order), note?.trim() || null);
      return this.acceptances.delivered(tx, act, order, { ...words, reason });
    });
  }

  fail(act: Act, id: string, reason: string): Promise<OrderRow> {
    return this.move(act, id, 'fail', reasonOf(reason));
  }

  /** What was given up is tried again; its cost is reserved anew. */
  retry(act: Act, id: string, reason: string | null): Promise<OrderRow> {
    return this.move(act, id, 'retry', reason?.trim() || null);
  }

  accept(act: Act, id: string): Promise<OrderRow> {
    return this.within(act, id, 'accept', (tx, order, words) =>
      this.acceptances.accept(tx, act, order, 'accept', words),
    );
  }

  /** Not as ordered: everything that is delivered and not accepted is put right, and delivered again. */
  sendBack(act: Act, id: string, reason: string): Promise<OrderRow> {
    const why = reasonOf(reason);
    return this.within(act, id, 'sendBack', async (tx, order, words) => {
      const wrong = (await itemsOf(tx, id)).filter((item) => itemStanding(item) === 'delivered');
      const itemIds = wrong.map((item) => item.id);
      await makeRework(tx, act, id, itemIds);
      return this.moves.make(tx, act, order, 'sendBack', { ...words, reason: why, columns: { acceptBy: null } });
    });
  }

  /** At once while no work has begun; then the team is asked to. */
  cancel(act: Act, id: string, reason: string): Promise<OrderRow> {
    return this.oneOf(act, id, ['cancel', 'askCancellation'], reasonOf(reason));
  }

  /** The team's answer to a requester who asked to cancel; what was accepted stays. */
  answerCancellation(act: Act, id: string, granted: boolean, reason: string): Promise<OrderRow> {
    const why = reasonOf(reason);
    if (!granted) return this.move(act, id, 'refuseCancellation', why);
    return this.within(act, id, 'grantCancellation', async (tx, order, words) => {
      const items = await itemsOf(tx, id);
      const givenUpIds = cancellable(items).map((item) => item.id);
      await tx.update(OrderItemEntity, { id: In(givenUpIds) }, { failedAt: act.at, failedBecause: why });
      return this.moves.make(tx, act, order, cancellationOf(items), { ...words, reason: why });
    });
  }

  private decide(act: Act, id: string, verdict: Verdict, reason: string | null): Promise<OrderRow> {
    return this.within(act, id, verdict === 'approved' ? 'approve' : 'reject', async (tx, order, words) => {
      // Who may have it may have changed while it waited.
      if (verdict === 'approved') await assertEntitled(tx, act, { ...order, items: await itemsOf(tx, id) });
      const next = await this.approvals.decide(tx, act, order, verdict, reason);
      return next ? this.decided(tx, act, order, next, { ...words, reason }) : order;
    });
  }

  /** What comes of an order once its stages have been gone through, or one of them was refused. */
  async decided(
    tx: EntityManager,
    act: Act,
    order: OrderRow,
    next: 'approve' | 'reject',
    words: MoveWords,
  ): Promise<OrderRow> {
    const columns = { decidedById: act.viewer.personId, decidedAt: act.at, decisionReason: words.reason ?? null };
    const moved = await this.moves.make(tx, act, order, next, { ...words, columns });
    return next === 'approve' ? this.starts.begin(tx, act, moved) : moved;
  }

  private move(act: Act, id: string, name: OrderMove, reason: string | null): Promise<OrderRow> {
    return this.oneOf(act, id, [name], reason);
  }

  /** The first of the moves that starts where the order stands; where none does, the first one says why. */
  private oneOf(act: Act, id: string, names: readonly OrderMove[], reason: string | null): Promise<OrderRow> {
    return this.within(act, id, names, async (tx, order, words, name) => {
      if (name === 'fail') assertNothingDelivered(await itemsOf(tx, id));
      const moved = await this.moves.make(tx, act, order, name, { ...words, reason });
      // Webhooks may have answered the last of it meanwhile.
      return name === 'answer' || name === 'release' ? this.rollUp.settle(tx, act, moved, { party: 'nobody' }) : moved;
    });
  }

  private within(
    act: Act,
    id: string,
    names: OrderMove | readonly OrderMove[],
    work: (tx: EntityManager, order: OrderRow, words: MoveWords, name: OrderMove) => Promise<OrderRow>,
  ): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const colleague = await colleagueOf(tx, act);
      const order = await lockedOrder(tx, colleague, id);
      const wanted = typeof names === 'string' ? [names] : names;
      const name = wanted.find((one) => startsFrom(one, order)) ?? wanted[0]!;
      return work(tx, order, { party: assertCanMoveOrder(colleague, order, name) }, name);
    });
  }
}
