import {
  assertCanSeeSubscription,
  canChangeSubscriptionOwner,
  DomainError,
  isOutsider,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { SUBSCRIPTIONS, type SubscriptionRow } from './subscription-rows.js';
import { SubscriptionEntity } from './subscription.entity.js';

/** Services in use, as far as they change without an order. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, somebody changed it, or the new owner does not work here. */
  changeOwner(act: Act, id: string, version: number, ownerId: string): Promise<SubscriptionRow> {
    return this.database.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const subscription = isUUID(id) ? await tx.findOne(SubscriptionEntity, { where: { id }, lock }) : null;
      assertCanSeeSubscription(act.viewer, subscription);
      if (!canChangeSubscriptionOwner(act.viewer, subscription!))
        throw new DomainError('FORBIDDEN', 'Only the owner or the budget owner names a new owner.');
      assertFresh(subscription!, version);
      if (subscription!.state === 'ended') throw new DomainError('WRONG_STATE', 'This subscription has ended.');
      const owner = isUUID(ownerId) ? await viewerOfPerson(tx, ownerId, act.at) : null;
      if (!owner || isOutsider(owner))
        throw new DomainError('UNKNOWN_PERSON', 'The owner is somebody who works here.', ['ownerId']);
      const because = { ...act, reason: reasonOf(act.reason ?? '') };
      await tx.update(SubscriptionEntity, { id }, { ownerId, version: version + 1 });
      const before = { ownerId: subscription!.ownerId };
      await this.audit.record(tx, because, 'subscription.ownerChanged', { type: 'subscription', id }, before, {
        ownerId,
      });
      const [row]: [SubscriptionRow] = await tx.query(`${SUBSCRIPTIONS} WHERE b.id = $2`, [act.at, id]);
      return row;
    });
  }
}
