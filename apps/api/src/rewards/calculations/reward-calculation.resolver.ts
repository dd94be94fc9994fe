import {
  canDecideReward,
  canManageRewardsOf,
  canMoveCalculation,
  canRelease,
  type MeasureOutcome as Outcome,
  shownScore,
} from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { explain } from '../../performance/explanation/explain.js';
import { ExplanationStep } from '../../performance/explanation/explanation.type.js';
import { newerRevisionOf } from '../../performance/results/newer-revision.loader.js';
import { NewerRevision } from '../../performance/results/newer-revision.type.js';
import { PeriodResult } from '../../performance/results/period-result.type.js';
import { resultById } from '../../performance/results/result.loader.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { Money } from '../../platform/graphql/money.type.js';
import { measuresOfVersion, rewardPlanById, rewardVersionById } from '../plans/reward-plan.loader.js';
import { RewardMeasure, RewardPlan, RewardPlanVersion } from '../plans/reward-plan.type.js';
import { payeesOfCalculation } from '../shares/payees.js';
import type { RewardCalculationEntity } from './reward-calculation.entity.js';
import {
  calculationById,
  calculationsOfPlan,
  seesAmounts,
  seesCalculation,
  statementsOfCalculation,
  teamOfPlan,
  usedResults,
} from './reward-calculation.loader.js';
import {
  ApproveRewardCalculationPayload,
  CalculateRewardPayload,
  MeasureOutcome,
  RefuseRewardCalculationPayload,
  ReleaseRewardCalculationPayload,
  RewardCalculation,
  RewardStatement,
} from './reward-calculation.type.js';
import { RewardCalculations } from './reward-calculations.js';

type OutcomeRow = Outcome & { calculation: RewardCalculationEntity };

@Resolver(() => RewardCalculation)
export class RewardCalculationResolver {
  constructor(private readonly calculations: RewardCalculations) {}

  @Query(() => RewardCalculation, { nullable: true })
  async rewardCalculation(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
  ) {
    const calculation = isUUID(id) ? await loaders.load(calculationById, id) : null;
    return calculation && (await seesCalculation(loaders, act, calculation)) ? calculation : null;
  }

  @Mutation(() => CalculateRewardPayload, {
    description: 'Of frozen results alone. Again after a restatement: an adjustment that pays the difference.',
  })
  calculateReward(
    @CurrentAct() act: Act,
    @Args('planId', { type: () => ID }) planId: string,
    @Args('period') period: string,
  ) {
    return toPayload('calculation', () => this.calculations.calculate(act, planId, period));
  }

  @Mutation(() => ApproveRewardCalculationPayload, {
    description: 'By somebody who neither calculated it nor is paid by it.',
  })
  approveRewardCalculation(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('calculation', () => this.calculations.approve(act, id));
  }

  @Mutation(() => RefuseRewardCalculationPayload)
  refuseRewardCalculation(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('calculation', () => this.calculations.refuse(act, id, reason));
  }

  @Mutation(() => ReleaseRewardCalculationPayload, { description: 'Each person now reads their own statement.' })
  releaseRewardCalculation(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('calculation', () => this.calculations.release(act, id));
  }

  @ResolveField(() => RewardPlan)
  plan(@Parent() { planId }: RewardCalculationEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(rewardPlanById, planId);
  }

  @ResolveField(() => RewardPlanVersion)
  version(@Parent() { versionId }: RewardCalculationEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(rewardVersionById, versionId);
  }

  @ResolveField(() => [MeasureOutcome])
  measures(@Parent() calculation: RewardCalculationEntity): OutcomeRow[] {
    return calculation.outcomes.map((outcome) => ({
      ...outcome,
      result: shownScore(outcome.result),
      attainment: shownScore(outcome.attainment),
      percent: shownScore(outcome.percent),
      calculation,
    }));
  }

  @ResolveField(() => DecimalScalar, { description: 'The performance factor, in percent, two decimals.' })
  factor(@Parent() { factor }: RewardCalculationEntity) {
    return shownScore(factor);
  }

  @ResolveField(() => Money, { nullable: true, description: "Null without the right to the team's amounts." })
  pool(@Parent() calculation: RewardCalculationEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.money(calculation, calculation.pool, act, loaders);
  }

  @ResolveField(() => [RewardStatement], {
    nullable: true,
    description: "Null without the right to the team's amounts.",
  })
  async statements(
    @Parent() { id, planId }: RewardCalculationEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return (await seesAmounts(loaders, act, planId)) ? loaders.load(statementsOfCalculation, id) : null;
  }

  @ResolveField(() => Money, {
    nullable: true,
    description: "What of the pool nobody earned; null without the right to the team's amounts.",
  })
  unspent(@Parent() calculation: RewardCalculationEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.money(calculation, calculation.unspent, act, loaders);
  }

  @ResolveField(() => [ExplanationStep])
  async explanation(
    @Parent() { planId, explanation }: RewardCalculationEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const all = await seesAmounts(loaders, act, planId);
    return explain(
      loaders,
      explanation.filter(({ forTeam }) => all || !forTeam),
    );
  }

  @ResolveField(() => Person)
  calculatedBy(@Parent() { calculatedById }: RewardCalculationEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, calculatedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: RewardCalculationEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why it was refused; of an adjustment, which results were restated, from what to what.',
  })
  reason(@Parent() { refusal, reason }: RewardCalculationEntity) {
    return refusal ?? reason;
  }

  @ResolveField(() => [NewerRevision], {
    description: 'Results that were restated since; this calculation keeps the old figures.',
  })
  newerRevisions(@Parent() { id }: RewardCalculationEntity, @CurrentLoaders() loaders: Loaders) {
    return newerThan(loaders, id);
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() { id, planId, state, calculatedById: byId }: RewardCalculationEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!canMoveCalculation('approve', state) || (await newerThan(loaders, id)).length > 0) return false;
    const payeeIds = await loaders.load(payeesOfCalculation, id);
    return canDecideReward(viewer, await teamOfPlan(loaders, planId), { byId, payeeIds });
  }

  @ResolveField(() => Boolean)
  async viewerCanRelease(
    @Parent() { id, planId, state }: RewardCalculationEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!canMoveCalculation('release', state) || (await newerThan(loaders, id)).length > 0) return false;
    return canRelease(viewer, await teamOfPlan(loaders, planId), await loaders.load(payeesOfCalculation, id));
  }

  @ResolveField(() => Boolean, { description: 'A result was restated, and no newer calculation stands yet.' })
  async viewerCanRecalculate(
    @Parent() { id, planId, period, state }: RewardCalculationEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (state === 'refused' || !canManageRewardsOf(viewer, await teamOfPlan(loaders, planId))) return false;
    const all = await loaders.load(calculationsOfPlan, planId);
    const standing = all.find((calculation) => calculation.period === period && calculation.state !== 'refused');
    return standing?.id === id && (await newerThan(loaders, id)).length > 0;
  }

  private async money({ planId }: RewardCalculationEntity, amount: string, act: Act, loaders: Loaders) {
    if (!(await seesAmounts(loaders, act, planId))) return null;
    return { amount, currency: (await loaders.load(rewardPlanById, planId))!.currency };
  }
}

@Resolver(() => MeasureOutcome)
export class MeasureOutcomeResolver {
  @ResolveField(() => RewardMeasure)
  async measure(@Parent() { measureId, calculation }: OutcomeRow, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(measuresOfVersion, calculation.versionId)).find(({ id }) => id === measureId);
  }

  @ResolveField(() => [PeriodResult], { description: 'The frozen results that were read, as they were.' })
  async results(@Parent() { measureId, calculation }: OutcomeRow, @CurrentLoaders() loaders: Loaders) {
    const used = await loaders.load(usedResults, calculation.id);
    const own = used.filter((row) => row.measureId === measureId);
    return Promise.all(own.map(({ resultId }) => loaders.load(resultById, resultId)));
  }

  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: OutcomeRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}

/** Results that a calculation read and that were restated since. */
export async function newerThan(loaders: Loaders, calculationId: string) {
  const used = await loaders.load(usedResults, calculationId);
  const newer = await Promise.all(used.map(({ resultId }) => loaders.load(newerRevisionOf, resultId)));
  return newer.filter((row) => row !== null);
}
