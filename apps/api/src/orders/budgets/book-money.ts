import { type MoneyMove, roomRefusal } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { bookEntry } from './book-entry.js';
import { lockBudgets } from './budget-paths.js';
import { type HeldMoney, heldMoney } from './held-money.js';
import { type HeldPart, keepHeld } from './holding-rows.js';
import { endLaterYears, keepLaterYears } from './later-commitments.js';
import { type Need, needsOfOrder, type OrderOfBudgets } from './needs-of-order.js';
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
  const { needs } = await needsOfOrder(tx, order, act.at);
  for (const { need, nearest, parts } of await roomFor(tx, needs, true)) {
    if (!parts) throw roomRefusal(nearest, need.amount)!;
    for (const { budget, amount } of parts)
      await bookEntry(tx, act, { budgetId: budget.id, orderId: order.id, amount }, 'reserved');
  }
}

/** Checked again: what was reserved may have expired meanwhile, and there may be other budgets. */
async function commit(tx: EntityManager, act: PublicAct, order: PaidOrder): Promise<void> {
  const orderId = order.id;
  const needed = await needsOfOrder(tx, order, act.at);
  let held = await heldMoney(tx, orderId);
  const all = [...held, ...needed.needs].map(({ budgetId }) => budgetId);
  await lockBudgets(tx, all);
  if (!isReserved(held, needed.needs)) {
    await reserveAgain(tx, act, orderId, held);
    const refusal = await settleReserved(tx, act, order, needed.needs);
    if (refusal) throw refusal;
    held = await heldMoney(tx, orderId);
  }
  const kept: HeldPart[] = [];
  for (const { budgetId, reserved: amount } of held) {
    if (new Decimal(amount).lte(0)) continue;
    await bookEntry(tx, act, { budgetId, orderId, amount }, 'committed');
    kept.push({ holder: { order: orderId }, budgetId, amount });
  }
  await keepHeld(tx, act, kept);
  await keepLaterYears(tx, act, order, needed);
}

/** Whether what is needed is reserved where it is needed; what budgets above took over adds to the sum. */
function isReserved(held: readonly HeldMoney[], needs: readonly Need[]): boolean {
  const sum = sumOf(held.map(({ reserved }) => reserved));
  const isThere = ({ budgetId }: Need) => held.some((part) => part.budgetId === budgetId);
  return sum.eq(sumOf(needs.map(({ amount }) => amount))) && needs.every(isThere);
}

/** Where it was reserved before, since who owns those budgets was asked. */
async function reserveAgain(tx: EntityManager, act: PublicAct, orderId: string, held: HeldMoney[]): Promise<void> {
  for (const { budgetId, reserved, expired: amount } of held)
    if (amount !== null && new Decimal(reserved).isZero())
      await bookEntry(tx, act, { budgetId, orderId, amount }, 'reserved');
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
  const needed = await needsOfOrder(tx, order, act.at);
  await settleCommitted(tx, act, order, needed.needs);
  await keepLaterYears(tx, act, order, needed);
}

const sumOf = (amounts: readonly string[]) => Decimal.sum(0, ...amounts);
