import { type MoneyMove, roomRefusal } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { bookEntry } from './book-entry.js';
import { lockBudgets } from './budget-paths.js';
import { type HeldMoney, heldMoney } from './held-money.js';
import { type HeldPart, keepHeld } from './holding-rows.js';
import { endLaterYears, keepLaterYears } from './later-commitments.js';
import { needsOfOrder, type OrderOfBudgets } from './needs-of-order.js';
import { roomFor } from './room-for.js';
import { settleCommitted, settleReserved } from './settle-order.js';

/** An order, as far as its money goes. */
export interface PaidOrder extends OrderOfBudgets {
  readonly decidedAt: Date | null;
}

/**
 * What a move of an order does to the budgets that pay it.
 *
 * @param order Locked, with what its submission pinned.
 * @throws {DomainError} `NO_ROOM` when there is too little left.
 */
export async function bookMoney(tx: EntityManager, act: PublicAct, order: PaidOrder, move: MoneyMove): Promise<void> {
  switch (move) {
    case 'reserved':
      await reserve(tx, act, order);
      // What is tried again was approved already.
      if (order.decidedAt) await commit(tx, act, order);
      return;
    case 'committed':
      return commit(tx, act, order);
    case 'released':
      return release(tx, act, order);
    case 'releasedPart':
      return releasePart(tx, act, order);
  }
}

async function reserve(tx: EntityManager, act: PublicAct, order: PaidOrder): Promise<void> {
  for (const { need, nearest, parts } of await roomFor(tx, await needsOfOrder(tx, order, act.at), true)) {
    if (!parts) throw roomRefusal(nearest, need.amount)!;
    for (const { budget, amount } of parts)
      await bookEntry(tx, act, { budgetId: budget.id, orderId: order.id, amount }, 'reserved');
  }
}

/** Checked again: what was reserved may have expired meanwhile, and there may be other budgets. */
async function commit(tx: EntityManager, act: PublicAct, order: PaidOrder): Promise<void> {
  const orderId = order.id;
  const needs = await needsOfOrder(tx, order, act.at);
  const found = await heldMoney(tx, orderId);
  await lockBudgets(
    tx,
    [...found, ...needs].map(({ budgetId }) => budgetId),
  );
  if (sumOf(found.map(({ reserved }) => reserved)).lt(sumOf(needs.map(({ amount }) => amount))))
    await reserveAgain(tx, act, orderId, found);
  const refusal = await settleReserved(tx, act, order, needs);
  if (refusal) throw refusal;
  const kept: HeldPart[] = [];
  for (const { budgetId, reserved: amount } of await heldMoney(tx, orderId)) {
    if (new Decimal(amount).lte(0)) continue;
    await bookEntry(tx, act, { budgetId, orderId, amount }, 'committed');
    kept.push({ holder: { order: orderId }, budgetId, amount });
  }
  await keepHeld(tx, act, kept);
  await keepLaterYears(tx, act, order);
}

/** Where it was reserved before, since who owns those budgets was asked. */
async function reserveAgain(tx: EntityManager, act: PublicAct, orderId: string, held: HeldMoney[]): Promise<void> {
  for (const { budgetId, expired: amount } of held)
    if (amount !== null) await bookEntry(tx, act, { budgetId, orderId, amount }, 'reserved');
}

async function release(tx: EntityManager, act: PublicAct, { id: orderId }: PaidOrder): Promise<void> {
  const freed: HeldPart[] = [];
  for (const { budgetId, reserved, committed } of await heldMoney(tx, orderId)) {
    if (new Decimal(reserved).gt(0)) await bookEntry(tx, act, { budgetId, orderId, amount: reserved }, 'released');
    if (new Decimal(committed).lte(0)) continue;
    await bookEntry(tx, act, { budgetId, orderId, amount: committed }, 'freed');
    freed.push({ holder: { order: orderId }, budgetId, amount: '0' });
  }
  await keepHeld(tx, act, freed);
  await endLaterYears(tx, act, [orderId]);
}

/** What items that were given up would have cost, of the budget furthest up first: that one helped out. */
async function releasePart(tx: EntityManager, act: PublicAct, order: PaidOrder): Promise<void> {
  await settleCommitted(tx, act, order, await needsOfOrder(tx, order, act.at));
  await keepLaterYears(tx, act, order);
}

const sumOf = (amounts: readonly string[]) => Decimal.sum(0, ...amounts);
