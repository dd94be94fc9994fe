import { In } from 'typeorm';
import { inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { BudgetEntity } from './budget.entity.js';

export const budgetById = defineLoader<string, BudgetEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(BudgetEntity, { id: In([...ids]) }), ({ id }) => id),
);
