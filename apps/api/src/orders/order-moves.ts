import { moveOf, moveOrder, type OrderMove, type OrderParty } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { bookMoney } from './budgets/book-money.js';
import { TaskFlow } from './fulfilment/task-flow.js';
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
  /** Of a move that is about one item. */
  itemId?: string;
  /** Which tasks are taken; all of the mover's teams when left out. */
  taskIds?: readonly string[];
}

/** The one place in which an order moves: state, event, money, work and audit together, in the caller's transaction. */
@Injectable()
export class OrderMoves {
  constructor(
    private readonly audit: Audit,
    private readonly notices: OrderNotices,
    private readonly tasks: TaskFlow,
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
    { party, reason = null, columns = {}, told = {}, itemId, taskIds }: MoveWords,
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
    const by = party === 'nobody' ? { ...act, viewer: null } : act;
    await keepMove(tx, act, id, { move: name, from: order.state, to: state, party, reason, itemId });
    const moved = (await readOrder(tx, id))!;
    if (task) await this.tasks.move(tx, by, moved, task, { note: reason, taskIds });
    else if (state !== order.state) await this.tasks.advance(tx, by, moved);
    if (money && moved.budgetId) await bookMoney(tx, act, moved, money);
    const because = reason ? { ...by, reason } : by;
    await this.audit.record(tx, because, action, { type: 'order', id }, { state: order.state }, { state, ...told });
    const after = task ? (await readOrder(tx, id))! : moved;
    await this.notices.moved(tx, by, after, name, reason);
    return after;
  }
}
