import { wholeQuarters } from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { RewardStatementEntity } from '../calculations/reward-statement.entity.js';
import { heldTo } from './held-to.js';

/** Whom the team pays on a day or later; a share that was put away counts until the day on which it was. */
export async function payeesFrom(tx: EntityManager, teamId: string, day: string): Promise<string[]> {
  return paidFrom(await holdingsOf(tx, [teamId]), day);
}

/** The same, for fields. */
export async function payeesOfTeam(loaders: Loaders, teamId: string, day: string): Promise<string[]> {
  return paidFrom(await loaders.load(holdingsOfTeam, teamId), day);
}

/** Whoever has a stake in a change of the team's shares from today on. */
export async function payeesToday(loaders: Loaders, teamId: string): Promise<string[]> {
  const { today } = await loaders.load(enterpriseToday, 'enterprise');
  return payeesOfTeam(loaders, teamId, stakesSince(today, today));
}

/**
 * From which day on who is paid has a stake in a change of shares: a reward is one for its whole month or quarter, so a
 * share on any day of it moves with the others.
 */
export function stakesSince(firstDay: string, today: string): string {
  const day = firstDay < today ? firstDay : today;
  return wholeQuarters({ from: day, to: day }).from;
}

/** The same, in a transaction. */
export async function stakesFrom(tx: EntityManager, { at }: Act, firstDay: string): Promise<string> {
  return stakesSince(firstDay, await todayOf(tx, at));
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

/** Somebody has, or had, a share in a team until a day; null = open. */
interface Holding {
  readonly teamId: string;
  readonly personId: string;
  readonly to: string | null;
}

const holdingsOfTeam = defineLoader<string, Holding[]>(async (ids, { manager }) =>
  groupedBy(ids, await holdingsOf(manager, ids), ({ teamId }) => teamId),
);

const holdingsOf = (manager: EntityManager, teamIds: readonly string[]): Promise<Holding[]> =>
  manager.query(
    `SELECT s.team_id AS "teamId", s.person_id AS "personId", (${heldTo('s')})::text AS "to"
     FROM reward_share s WHERE s.team_id = ANY ($1::uuid[])`,
    [teamIds],
  );

const paidFrom = (holdings: readonly Holding[], day: string): string[] =>
  holdings.filter(({ to }) => to === null || to >= day).map(({ personId }) => personId);
