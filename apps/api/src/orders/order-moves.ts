import { moveOf, moveOrder, type OrderMove, type OrderParty } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { bookMoney } from './budgets/book-money.js';
import { moveTasks } from './fulfilment/move-tasks.js';
import { keepMove } from './keep-move.js';
import { readOrder } from './locked-order.js';
import { OrderNotices } from './order-notices.js';
import type { OrderRow } from './order-rows.js';
import { OrderEntity } from './order.entity.js';

export interface MoveWords {
  /** As what the viewer makes it; `nobody` for a rule, a date or silence. */
  party: OrderParty;
  reason?: string | null;
  /** What else of the order changes with it. */
  columns?: Partial<OrderEntity>;
  /** What else the audit keeps. */
  told?: object;
}

/** The one place in which an order moves: state, event, money, work and audit together, in the caller's transaction. */
@Injectable()
export class OrderMoves {
  constructor(
    private readonly audit: Audit,
    private readonly notices: OrderNotices,
  ) {}

  /**
   * @param order Locked, as it stands; whoever calls has checked that the mover may.
   * @throws {DomainError} `WRONG_STATE` when the move does not start there, `NO_ROOM` when it reserves and there is none.
   */
  async make(
    tx: EntityManager,
    act: PublicAct,
    order: OrderRow,
    name: OrderMove,
    { party, reason = null, columns = {}, told = {} }: MoveWords,
  ): Promise<OrderRow> {
    const { id } = order;
    const { state, resumesAs, cancellationAsked } = moveOrder(order, name);
    const { money, task, action } = moveOf(name);
    await tx.update(
      OrderEntity,
      { id },
      {
        state,
        ...(state !== order.state && { stateSince: act.at }),
        resumesAs,
        cancellationAsked,
        ...columns,
      },
    );
    await keepMove(tx, act, id, { move: name, from: order.state, to: state, party, reason });
    const moved = (await readOrder(tx, id))!;
    if (task) await moveTasks(tx, act, moved, task, reason);
    if (money && moved.budgetId) await bookMoney(tx, act, moved, money);
    const by = party === 'nobody' ? { ...act, viewer: null } : act;
    const because = reason ? { ...by, reason } : by;
    await this.audit.record(tx, because, action, { type: 'order', id }, { state: order.state }, { state, ...told });
    const after = task ? (await readOrder(tx, id))! : moved;
    await this.notices.moved(tx, by, after, name, reason);
    return after;
  }
}
