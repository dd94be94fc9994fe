import { In, IsNull, type EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { RewardStatementEntity } from '../calculations/reward-statement.entity.js';
import { ShareEntity } from './share.entity.js';
import { sharesOfTeam } from './share.loader.js';

/** Whom the team pays on a day or later. */
export async function payeesFrom(tx: EntityManager, teamId: string, day: string): Promise<string[]> {
  return paidFrom(await tx.findBy(ShareEntity, { teamId, withdrawnAt: IsNull() }), day);
}

/** The same, for fields. @param day Today, unless said otherwise. */
export async function payeesOfTeam(loaders: Loaders, teamId: string, day?: string): Promise<string[]> {
  const { today } = await loaders.load(enterpriseToday, 'enterprise');
  return paidFrom(await loaders.load(sharesOfTeam, teamId), day ?? today);
}

/** Whom a calculation pays. */
export const payeesOfCalculation = defineLoader<string, string[]>(async (ids, { manager }) => {
  const rows = await manager.find(RewardStatementEntity, {
    select: { calculationId: true, personId: true },
    where: { calculationId: In([...ids]) },
  });
  return groupedBy(ids, rows, ({ calculationId }) => calculationId).map((group) =>
    group.map(({ personId }) => personId),
  );
});

const paidFrom = (shares: readonly ShareEntity[], day: string): string[] =>
  shares.filter(({ toDate }) => toDate === null || toDate >= day).map(({ personId }) => personId);
