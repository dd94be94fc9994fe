import { Claims } from '../../performance/claims/claims.js';
import { ClaimEntity } from '../../performance/claims/claim.entity.js';
import { unbilledOf } from '../../performance/claims/unbilled-parts.js';
import { Inbox } from '../../people/notices/inbox.js';
import { NoticeEntity } from '../../people/notices/notice.entity.js';
import { Database } from '../../platform/database/database.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/** Two months after the first one that was charged. */
const MONTH = 11;

/** What no bill took, most of it from months before charging began, is credited by hand; what came since is still to do. */
export function creditScenes(stage: Stage): Scene[] {
  const at = instantAt(stage.months.zone, stage.workingDay(MONTH, 8), '15:40');
  return [{ at, step: 'Credits', play: () => creditAll(stage) }];
}

async function creditAll(stage: Stage): Promise<void> {
  const act = await stage.act('mara');
  const { read } = stage.get(Database);
  const accepted = await read.find(ClaimEntity, {
    where: { state: 'accepted' },
    order: { periodEndsOn: 'ASC', id: 'ASC' },
  });
  const ids = accepted.map(({ id }) => id);
  let nth = 1;
  for (const { id, period } of accepted) {
    const waits = await unbilledOf(read, [id]);
    if (waits.length === 0) continue;
    const { version } = await read.findOneByOrFail(ClaimEntity, { id });
    await stage.get(Claims).credit(act, id, version, `Journal entry ${period}/${String(nth).padStart(3, '0')}.`);
    nth += 1;
  }
  const told = await read.findBy(NoticeEntity, { personId: act.viewer.personId, kind: 'creditUnbilled' });
  await stage.get(Inbox).markRead(
    act,
    told.filter(({ subjectId }) => ids.includes(subjectId)).map(({ id }) => id),
  );
}
