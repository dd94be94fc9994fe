import type { PaidDays } from '@accord/domain';
import { In, IsNull } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import { ShareEntity } from './share.entity.js';

/** All of a team that count, oldest first. Whoever asks decides which of them the viewer may see. */
export const sharesOfTeam = defineLoader<string, ShareEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(ShareEntity, {
    where: { teamId: In([...ids]), withdrawnAt: IsNull() },
    order: { fromDate: 'ASC', id: 'ASC' },
  });
  return groupedBy(ids, rows, ({ teamId }) => teamId);
});

/** Teams in which a person has, had or will have a share, with the days of it. */
export const paidDaysOf = defineLoader<string, (PaidDays & { teamId: string })[]>(async (ids, { manager }) => {
  const rows = await manager.find(ShareEntity, {
    select: { personId: true, teamId: true, fromDate: true, toDate: true },
    where: { personId: In([...ids]), withdrawnAt: IsNull() },
  });
  return groupedBy(ids, rows, ({ personId }) => personId).map((shares) =>
    shares.map(({ personId, teamId, fromDate: from, toDate: to }) => ({ personId, teamId, from, to })),
  );
});

/** Teams in which a person has, had or will have a share. */
export async function paidTeamsOf(loaders: Loaders, personId: string): Promise<string[]> {
  return (await loaders.load(paidDaysOf, personId)).map(({ teamId }) => teamId);
}
