import { In } from 'typeorm';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { CommitmentUnderpinningEntity } from './commitment-underpinning.entity.js';

/** What terms name, by group. */
export const underpinningsOfTerms = defineLoader<string, CommitmentUnderpinningEntity[]>(async (ids, { manager }) => {
  const rows = await manager.find(CommitmentUnderpinningEntity, {
    where: { termsId: In([...ids]) },
    order: { group: 'ASC', commitmentId: 'ASC' },
  });
  return groupedBy(ids, rows, ({ termsId }) => termsId);
});
