import { ActionEntity } from './action.entity.js';
import { KPIEntity } from './kpi.entity.js';
import { PackEntity, PackResultEntity } from './pack.entity.js';
import { ReviewDecisionEntity } from './review-decision.entity.js';
import { ReviewEntity } from './review.entity.js';
import { ScorecardVersionEntity } from './scorecard-version.entity.js';

export const governanceEntities = [
  ScorecardVersionEntity,
  KPIEntity,
  ReviewEntity,
  PackEntity,
  PackResultEntity,
  ReviewDecisionEntity,
  ActionEntity,
];
