import { IsNull, type EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import type { Audit } from '../../platform/audit/audit.js';
import { keepShareEnd } from './keep-share-end.js';
import { ShareEntity } from './share.entity.js';

/** Shares of somebody who leaves end today, as their memberships do; those that were to come never count. */
export async function endSharesOf(tx: EntityManager, audit: Audit, act: Act, personId: string): Promise<void> {
  const today = await todayOf(tx, act.at);
  const shares = await tx.find(ShareEntity, {
    where: { personId, withdrawnAt: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const share of shares)
    if (share.toDate === null || share.toDate > today)
      await keepShareEnd(tx, audit, act, share, share.fromDate > today ? null : today);
}
