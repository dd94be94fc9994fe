import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { ShareEntity } from './share.entity.js';

/** Ends a share, told in the audit. @param lastDay null when it never counts. */
export async function keepShareEnd(
  tx: EntityManager,
  audit: Audit,
  act: Act,
  share: ShareEntity,
  lastDay: string | null,
): Promise<ShareEntity> {
  const before = { ...share };
  if (lastDay === null) share.withdrawnAt = act.at;
  else share.toDate = lastDay;
  await tx.save(share);
  const action = lastDay === null ? 'team.shareWithdrawn' : 'team.shareEnded';
  await audit.record(tx, act, action, { type: 'team', id: share.teamId }, toldOfShare(before), toldOfShare(share));
  return share;
}

/** What the audit keeps: who and when, not how much. */
export const toldOfShare = ({ personId, fromDate, toDate, withdrawnAt }: ShareEntity) => ({
  personId,
  fromDate,
  toDate,
  withdrawnAt,
});
