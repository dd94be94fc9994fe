import { type MoneyMove, roomRefusal, settledHoldings } from '@accord/domain';
import { Decimal } from 'decimal.js';
import { IsNull, type EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { bookEntry, lockedBudget } from './book-entry.js';
import { budgetPaths, lockBudgets } from './budget-paths.js';
import { roomFor } from './budgets-above.js';
import { changeHoldings } from './change-holdings.js';
import { heldForOrder, type HeldPart, keepHeld } from './holding-rows.js';
import { LaterCommitmentEntity } from './later-commitment.entity.js';
import { laterYearsOf } from './later-years.js';
import { type HeldMoney, heldMoney } from './held-money.js';
import { needsOfOrder } from './needs-of-order.js';

/** An order, as far as its money goes. */
export interface PaidOrder {
  readonly id: string;
  readonly unitId: string;
  readonly budgetId: string | null;
  readonly total: string | null;
  readonly decidedAt: Date | null;
  /** null = at once. */
  readonly startOn: string | null;
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
  const today = await todayOf(tx, act.at);
  const day = order.startOn && order.startOn > today ? order.startOn : today;
  for (const { budgetId, amount: needed } of await needsOfOrder(tx, order)) {
    const nearest = await lockedBudget(tx, budgetId);
    const parts = await roomFor(tx, nearest, needed, day, true);
    if (!parts) throw roomRefusal(nearest, needed)!;
    for (const { budget, amount } of parts)
      await bookEntry(tx, act, { budgetId: budget.id, orderId: order.id, amount }, 'reserved');
  }
}

/** Checked again: what was reserved may have expired meanwhile. */
async function commit(tx: EntityManager, act: PublicAct, order: PaidOrder): Promise<void> {
  const orderId = order.id;
  const held = await heldMoney(tx, orderId);
  const isLess = sumOf(held.map(({ reserved }) => reserved)).lt(
    sumOf((await needsOfOrder(tx, order)).map(({ amount }) => amount)),
  );
  if (isLess) await reserveAgain(tx, act, orderId, held);
  const kept: HeldPart[] = [];
  for (const { budgetId, reserved: amount } of isLess ? await heldMoney(tx, orderId) : held) {
    if (new Decimal(amount).lte(0)) continue;
    await bookEntry(tx, act, { budgetId, orderId, amount }, 'committed');
    kept.push({ holder: { order: orderId }, budgetId, amount });
  }
  await keepHeld(tx, act, kept);
  await commitLaterYears(tx, act, order);
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
  await endLaterYears(tx, act, orderId);
}

/** What items that were given up would have cost, of the budget furthest up first: that one helped out. */
async function releasePart(tx: EntityManager, act: PublicAct, order: PaidOrder): Promise<void> {
  const held = await heldForOrder(tx, order.id);
  await lockBudgets(
    tx,
    held.map(({ budgetId }) => budgetId),
  );
  const before = await heldForOrder(tx, order.id);
  const path = (await budgetPaths(tx, [order.unitId], '2000-01-01')).get(order.unitId) ?? [];
  const after = settledHoldings(path, before, await needsOfOrder(tx, order));
  const cause = { orderId: order.id, subscriptionId: null };
  await changeHoldings(tx, act, [{ holder: { order: order.id }, before, after, cause }]);
  await endLaterYears(tx, act, order.id);
  await commitLaterYears(tx, act, order);
}

const endLaterYears = (tx: EntityManager, act: PublicAct, orderId: string) =>
  tx.update(LaterCommitmentEntity, { orderId, endedAt: IsNull() }, { endedAt: act.at });

const sumOf = (amounts: readonly string[]) => Decimal.sum(0, ...amounts);

async function commitLaterYears(tx: EntityManager, act: PublicAct, { id }: PaidOrder): Promise<void> {
  for (const { from: fromDate, to: toDate, ...year } of await laterYearsOf(tx, [id]))
    await tx.insert(LaterCommitmentEntity, { id: uuidv7(act.at), ...year, fromDate, toDate, endedAt: null });
}
