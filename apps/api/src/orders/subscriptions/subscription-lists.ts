import { canSeeSubscription, orderReach } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { readPage } from '../../performance/read-page.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { SUBSCRIPTIONS, type SubscriptionRow } from './subscription-rows.js';

/** Reads what is subscribed to, by the viewer or at the expense of their units. */
@Injectable()
export class SubscriptionLists {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  page({ viewer, at }: Act, first: number, after: string | null) {
    const { personId, outsider, units } = orderReach({ viewer, teamIds: [] });
    const parameters = new Parameters();
    parameters.add(at);
    const me = parameters.add(personId);
    const paid = units === 'all' ? 'true' : `b.unit_id = ANY (${parameters.add(units)}::uuid[])`;
    const visible = `NOT ${parameters.add(outsider)}::boolean AND (b.owner_id = ${me} OR b.beneficiary_id = ${me} OR ${paid})`;
    return readPage<SubscriptionRow>(this.database.read, parameters, {
      select: `${SUBSCRIPTIONS} WHERE ${visible}`,
      sortedBy: { startedAt: 'b.started_at', id: 'b.id' },
      first,
      after,
    });
  }

  /** @returns null for one that does not exist, or not for this viewer. */
  async one({ viewer, at }: Act, id: string): Promise<SubscriptionRow | null> {
    if (!isUUID(id)) return null;
    const [row]: SubscriptionRow[] = await this.database.read.query(`${SUBSCRIPTIONS} WHERE b.id = $2`, [at, id]);
    return row && canSeeSubscription(viewer, row) ? row : null;
  }
}
