import { type MoneyMove, roomRefusal } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { In, IsNull, type EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { OrderItemEntity } from '../order-item.entity.js';
import { bookEntry, lockedBudget } from './book-entry.js';
import { roomFor } from './budgets-above.js';
import { LaterCommitmentEntity } from './later-commitment.entity.js';
import { laterYearsOf } from './later-years.js';
import { type HeldMoney, heldMoney } from './held-money.js';

/** An order, as far as its money goes. */
export interface PaidOrder {
  readonly id: string;
  readonly unitId: string;
  readonly budgetId: string | null;
  readonly total: string | null;
  readonly decidedAt: Date | null;
}

/**
 * What a move of an order does to the budgets that pay it.
 *
 * @param order Locked, with what its submission pinned.
 * @param itemIds Whose part is given back.
 * @throws {DomainError} `NO_ROOM` when there is too little left.
 */
export async function bookMoney(
  tx: EntityManager,
  act: PublicAct,
  order: PaidOrder,
  move: MoneyMove,
  itemIds: readonly string[] = [],
): Promise<void> {
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
      return releasePart(tx, act, order, itemIds);
  }
}

async function reserve(tx: EntityManager, act: PublicAct, { id, budgetId, total }: PaidOrder): Promise<void> {
  const nearest = await lockedBudget(tx, budgetId!);
  const parts = await roomFor(tx, nearest, total!, await todayOf(tx, act.at), true);
  if (!parts) throw roomRefusal(nearest, total!)!;
  for (const { budget, amount } of parts)
    await bookEntry(tx, act, { budgetId: budget.id, orderId: id, amount }, 'reserved');
}

/** Checked again: what was reserved may have expired meanwhile. */
async function commit(tx: EntityManager, act: PublicAct, order: PaidOrder): Promise<void> {
  const orderId = order.id;
  const held = await heldMoney(tx, orderId);
  const isLess = Decimal.sum(0, ...held.map(({ reserved }) => reserved)).lt(order.total!);
  if (isLess) await reserveAgain(tx, act, orderId, held);
  for (const { budgetId, reserved } of isLess ? await heldMoney(tx, orderId) : held)
    if (new Decimal(reserved).gt(0)) await bookEntry(tx, act, { budgetId, orderId, amount: reserved }, 'committed');
  await commitLaterYears(tx, act, order);
}

/** Where it was reserved before, since who owns those budgets was asked. */
async function reserveAgain(tx: EntityManager, act: PublicAct, orderId: string, held: HeldMoney[]): Promise<void> {
  for (const { budgetId, expired: amount } of held)
    if (amount !== null) await bookEntry(tx, act, { budgetId, orderId, amount }, 'reserved');
}

async function release(tx: EntityManager, act: PublicAct, { id: orderId }: PaidOrder): Promise<void> {
  for (const { budgetId, reserved, committed } of await heldMoney(tx, orderId)) {
    if (new Decimal(reserved).gt(0)) await bookEntry(tx, act, { budgetId, orderId, amount: reserved }, 'released');
    if (new Decimal(committed).gt(0)) await bookEntry(tx, act, { budgetId, orderId, amount: committed }, 'freed');
  }
  await tx.update(LaterCommitmentEntity, { orderId, endedAt: IsNull() }, { endedAt: act.at });
}

/** What items that were given up would have cost, of the budget furthest up first: that one helped out. */
async function releasePart(tx: EntityManager, act: PublicAct, order: PaidOrder, itemIds: readonly string[]) {
  const orderId = order.id;
  const items = await tx.findBy(OrderItemEntity, { id: In([...itemIds]) });
  let left = Decimal.sum(0, ...items.map(({ total }) => total!));
  for (const { budgetId, committed } of (await heldMoney(tx, orderId)).reverse()) {
    const part = Decimal.min(left, committed);
    if (part.gt(0)) await bookEntry(tx, act, { budgetId, orderId, amount: part.toFixed() }, 'freed');
    left = left.minus(part);
  }
  await tx.update(LaterCommitmentEntity, { orderId, endedAt: IsNull() }, { endedAt: act.at });
  await commitLaterYears(tx, act, order);
}

async function commitLaterYears(tx: EntityManager, act: PublicAct, { id }: PaidOrder): Promise<void> {
  for (const { from: fromDate, to: toDate, ...year } of await laterYearsOf(tx, [id]))
    await tx.insert(LaterCommitmentEntity, { id: uuidv7(act.at), ...year, fromDate, toDate, endedAt: null });
}
