import { orderReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { readPage } from '../performance/read-page.js';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { SubscriptionEntity } from './subscription.entity.js';

const SUBSCRIPTIONS = `
  SELECT b.id, b.order_id AS "orderId", b.started_at AS "startedAt", b.ended_at AS "endedAt"
    FROM subscription b JOIN service_order o ON o.id = b.order_id`;

/** Reads what is subscribed to, by the viewer or at the expense of their units. */
@Injectable()
export class SubscriptionLists {
  constructor(private readonly database: Database) {}

  page({ viewer }: Act, first: number, after: string | null) {
    const { personId, outsider, units } = orderReach({ viewer, teamIds: [] });
    const parameters = new Parameters();
    const me = parameters.add(personId);
    const paid = units === 'all' ? 'true' : `o.unit_id = ANY (${parameters.add(units)}::uuid[])`;
    const visible = `NOT ${parameters.add(outsider)}::boolean AND (o.requester_id = ${me} OR o.beneficiary_id = ${me} OR ${paid})`;
    return readPage<SubscriptionEntity>(this.database.read, parameters, {
      select: `${SUBSCRIPTIONS} WHERE ${visible}`,
      sortedBy: { startedAt: 'b.started_at', id: 'b.id' },
      first,
      after,
    });
  }
}
