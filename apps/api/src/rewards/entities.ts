import { RewardCalculationResultEntity } from './calculations/reward-calculation-result.entity.js';
import { RewardCalculationEntity } from './calculations/reward-calculation.entity.js';
import { RewardEntryEntity } from './calculations/reward-entry.entity.js';
import { RewardStatementEntity } from './calculations/reward-statement.entity.js';
import { RewardMeasureEntity } from './plans/reward-measure.entity.js';
import { RewardPlanVersionEntity } from './plans/reward-plan-version.entity.js';
import { RewardPlanEntity } from './plans/reward-plan.entity.js';
import { ShareEntity } from './shares/share.entity.js';

export const rewardEntities = [
  ShareEntity,
  RewardPlanEntity,
  RewardPlanVersionEntity,
  RewardMeasureEntity,
  RewardCalculationEntity,
  RewardCalculationResultEntity,
  RewardStatementEntity,
  RewardEntryEntity,
];
