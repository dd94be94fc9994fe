import { In } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { RewardCalculationEntity } from './reward-calculation.entity.js';
import { RewardStatementEntity } from './reward-statement.entity.js';

/** What was released to a person, newest first. */
export const ownStatements = defineLoader<string, RewardStatementEntity[]>(async (ids, { manager }) => {
  const rows = await manager
    .createQueryBuilder(RewardStatementEntity, 'statement')
    .innerJoin(RewardCalculationEntity, 'calculation', 'calculation.id = statement.calculationId')
    .where({ personId: In([...ids]) })
    .andWhere(`calculation.state = 'released'`)
    .orderBy('calculation.releasedAt', 'DESC')
    .addOrderBy('statement.id', 'DESC')
    .getMany();
  return groupedBy(ids, rows, ({ personId }) => personId);
});

/** Whether anything was released to a person yet. */
export const hasStatements = defineLoader<string, boolean>(async (ids, { manager }) => {
  const rows: { id: string }[] = await manager.query(
    `SELECT p.id FROM unnest($1::uuid[]) AS p(id) WHERE EXISTS (
       SELECT FROM reward_statement s JOIN reward_calculation c ON c.id = s.calculation_id AND c.state = 'released'
       WHERE s.person_id = p.id)`,
    [ids],
  );
  return ids.map((id) => rows.some((row) => row.id === id));
});
