import { Module } from '@nestjs/common';
import { MeasureOutcomeResolver, RewardCalculationResolver } from './calculations/reward-calculation.resolver.js';
import { RewardCalculations } from './calculations/reward-calculations.js';
import { LedgerEntryResolver, RewardStatementResolver } from './calculations/reward-statement.resolver.js';
import { RewardMeasureResolver, RewardPlanResolver, RewardPlanVersionResolver } from './plans/reward-plan.resolver.js';
import { RewardPlans } from './plans/reward-plans.js';
import { RewardsViewerResolver } from './rewards-viewer.resolver.js';
import { ShareResolver } from './shares/share.resolver.js';
import { Shares } from './shares/shares.js';
import { TeamRewardsResolver } from './team-rewards.resolver.js';

@Module({
  providers: [
    Shares,
    RewardPlans,
    RewardCalculations,
    ShareResolver,
    RewardPlanResolver,
    RewardPlanVersionResolver,
    RewardMeasureResolver,
    RewardCalculationResolver,
    MeasureOutcomeResolver,
    RewardStatementResolver,
    LedgerEntryResolver,
    TeamRewardsResolver,
    RewardsViewerResolver,
  ],
  exports: [Shares, RewardPlans, RewardCalculations],
})
export class RewardsModule {}
