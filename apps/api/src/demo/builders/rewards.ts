import type { Act } from '../../platform/act/act.js';
import { RewardCalculations } from '../../rewards/calculations/reward-calculations.js';
import type { RewardCalculationEntity } from '../../rewards/calculations/reward-calculation.entity.js';
import type { AddRewardPlanInput, ProposeRewardPlanVersionInput } from '../../rewards/plans/reward-plan.input.js';
import type { RewardPlanVersionEntity } from '../../rewards/plans/reward-plan-version.entity.js';
import { RewardPlans } from '../../rewards/plans/reward-plans.js';
import type { SetShareInput } from '../../rewards/shares/share.type.js';
import { Shares } from '../../rewards/shares/shares.js';
import type { UseCases } from './hands.js';

interface Made {
  id: string;
}

/** Rewards as people make them, each move by whoever acts. */
export function rewardsBy(get: UseCases) {
  const made = {
    share: (act: Act, input: SetShareInput) => get(Shares).set(act, input),
    plan: (act: Act, input: AddRewardPlanInput) => get(RewardPlans).add(act, input),
    proposed: (act: Act, input: ProposeRewardPlanVersionInput) => get(RewardPlans).propose(act, input),
    versionApproved: (act: Act, { id }: Made) => get(RewardPlans).approve(act, id),

    /** One proposes the version, another one approves it. */
    async version(proposer: Act, decider: Act, input: ProposeRewardPlanVersionInput): Promise<RewardPlanVersionEntity> {
      return made.versionApproved(decider, await made.proposed(proposer, input));
    },

    calculated: (act: Act, { id }: Made, period: string) => get(RewardCalculations).calculate(act, id, period),
    approved: (act: Act, { id }: Made) => get(RewardCalculations).approve(act, id),
    refused: (act: Act, { id }: Made, reason: string) => get(RewardCalculations).refuse(act, id, reason),
    released: (act: Act, { id }: Made) => get(RewardCalculations).release(act, id),

    /** Calculated by one, approved by another, and released. */
    async paid(officer: Act, decider: Act, plan: Made, period: string): Promise<RewardCalculationEntity> {
      const calculation = await made.calculated(officer, plan, period);
      await made.approved(decider, calculation);
      return made.released(officer, calculation);
    },
  };
  return made;
}
