import { canCommentOnOrder, DomainError, reasonOf } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { colleagueOf } from '../colleague.js';
import { lockedOrder } from '../locked-order.js';
import type { OrderRow } from '../order-rows.js';
import { OrderCommentEntity } from './order-comment.entity.js';

/** What those who have to do with an order say to each other. */
@Injectable()
export class Comments {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} `NOT_FOUND` for who has nothing to do with it, `WRONG_STATE` for a draft. */
  add(act: Act, orderId: string, text: string): Promise<OrderRow> {
    const said = reasonOf(text);
    return this.database.transaction(async (tx) => {
      const colleague = await colleagueOf(tx, act);
      const order = await lockedOrder(tx, colleague, orderId);
      if (order.state === 'draft') throw new DomainError('WRONG_STATE', 'Nobody else reads a draft.');
      if (!canCommentOnOrder(colleague, order))
        throw new DomainError('FORBIDDEN', 'Only who has to do with this order comments on it.');
      const comment = { id: uuidv7(act.at), orderId, at: act.at, byId: act.viewer.personId, text: said };
      await tx.insert(OrderCommentEntity, comment);
      await this.audit.record(tx, act, 'order.commented', { type: 'order', id: orderId }, null, { text: said });
      return order;
    });
  }
}
