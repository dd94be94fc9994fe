import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { nearestBudget } from '../nearest-budget.js';
import { bookEntry, lockedBudget } from './book-entry.js';
import { heldMoney } from './held-money.js';

/** What was charged to a unit. */
export interface ChargedAmount {
  /** What it comes from; booked once, however often it is asked for. */
  readonly source: string;
  readonly unitId: string;
  /** The order behind it, whose commitment it uses up; null = none. */
  readonly orderId: string | null;
  /** A day of what is charged: the budget of that day pays. */
  readonly day: string;
  /** In the currency of the budget; below nothing for what is given back. */
  readonly amount: string;
}

const BOOKED = `SELECT 1 FROM budget_entry WHERE source IN ($1, $1 || ':beyond') LIMIT 1`;

/**
 * Spends what was charged. It uses up what was committed to its order first; a charge is never refused, so it may go
 * beyond the budget, which then says by how much.
 *
 * @returns Whether a budget paid it: false where the unit and those above it have none that day.
 */
export async function bookCharge(tx: EntityManager, act: PublicAct, charge: ChargedAmount): Promise<boolean> {
  const { source, unitId, orderId, day, amount } = charge;
  const nearest = await nearestBudget(tx, unitId, day, true);
  if (!nearest) return false;
  if ((await tx.query(BOOKED, [source])).length > 0) return true;
  let open = new Decimal(amount);
  for (const { budgetId, committed } of orderId ? await heldMoney(tx, orderId) : []) {
    const part = Decimal.min(committed, open);
    if (!part.gt(0) || !(await pays(tx, budgetId, day))) continue;
    const entry = { budgetId, orderId, amount: part.toFixed(), source };
    await bookEntry(tx, act, entry, 'freed');
    await bookEntry(tx, act, entry, 'spent');
    open = open.minus(part);
  }
  if (!open.isZero()) {
    const rest = { budgetId: nearest.id, orderId, amount: open.toFixed() };
    await bookEntry(tx, act, { ...rest, source: `${source}:beyond` }, 'spent');
  }
  return true;
}

async function pays(tx: EntityManager, budgetId: string, day: string): Promise<boolean> {
  const { fromDate, toDate } = await lockedBudget(tx, budgetId);
  return fromDate <= day && day <= toDate;
}
