import { canDecideReward, canManageRewardsOf, canSeeRewardsOf, dayIn } from '@accord/domain';
import { Args, Mutation, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { commitmentById } from '../../agreements/commitment.loader.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { teamById } from '../../people/team.loader.js';
import { Team } from '../../people/team.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import {
  calculationsOfPlan,
  seesAmounts,
  seesCalculation,
  teamOfPlan,
} from '../calculations/reward-calculation.loader.js';
import { RewardCalculation } from '../calculations/reward-calculation.type.js';
import { payeesOfTeam, stakesSince } from '../shares/payees.js';
import { paidTeamsOf } from '../shares/share.loader.js';
import type { RewardMeasureEntity } from './reward-measure.entity.js';
import type { RewardPlanVersionEntity } from './reward-plan-version.entity.js';
import { firstUncalculated, isWaiting } from './plan-end.js';
import { RewardPlanEntity } from './reward-plan.entity.js';
import {
  AddRewardPlanInput,
  AddRewardPlanPayload,
  ApproveRewardPlanVersionPayload,
  EndRewardPlanPayload,
  ProposeRewardPlanVersionInput,
  ProposeRewardPlanVersionPayload,
  RefuseRewardPlanVersionPayload,
} from './reward-plan.input.js';
import { measuresOfVersion, rewardPlanById, versionsOfPlan, visiblePlans } from './reward-plan.loader.js';
import { RewardMeasure, RewardPlan, RewardPlanVersion } from './reward-plan.type.js';
import { RewardPlans } from './reward-plans.js';

@Resolver(() => RewardPlan)
export class RewardPlanResolver {
  constructor(
    private readonly plans: RewardPlans,
    private readonly database: Database,
  ) {}

  @Query(() => [RewardPlan], { description: 'Of the teams whose rewards the viewer sees, by name.' })
  rewardPlans(@CurrentAct() act: Act) {
    return visiblePlans(this.database.read, act);
  }

  @Query(() => RewardPlan, { nullable: true })
  async rewardPlan(
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('slug') slug: string,
  ): Promise<RewardPlanEntity | null> {
    const plan = await this.database.read.findOneBy(RewardPlanEntity, { slug });
    if (!plan) return null;
    const team = (await loaders.load(teamById, plan.teamId))!;
    const isPayee = (await paidTeamsOf(loaders, viewer.personId)).includes(team.id);
    return canSeeRewardsOf(viewer, team, isPayee) ? plan : null;
  }

  @Mutation(() => AddRewardPlanPayload)
  addRewardPlan(@CurrentAct() act: Act, @Args('input') input: AddRewardPlanInput) {
    return toPayload('plan', () => this.plans.add(act, input));
  }

  @Mutation(() => EndRewardPlanPayload, { description: 'What was calculated stays.' })
  endRewardPlan(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('plan', () => this.plans.end(act, id, reason));
  }

  @Mutation(() => ProposeRewardPlanVersionPayload)
  proposeRewardPlanVersion(@CurrentAct() act: Act, @Args('input') input: ProposeRewardPlanVersionInput) {
    return toPayload('version', () => this.plans.propose(act, input));
  }

  @Mutation(() => ApproveRewardPlanVersionPayload, {
    description: 'By somebody who neither proposed it nor is paid by the team.',
  })
  approveRewardPlanVersion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('version', () => this.plans.approve(act, id));
  }

  @Mutation(() => RefuseRewardPlanVersionPayload, { description: 'By whoever proposed it: withdrawn.' })
  refuseRewardPlanVersion(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('version', () => this.plans.refuse(act, id, reason));
  }

  @ResolveField(() => Team)
  team(@Parent() { teamId }: RewardPlanEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(teamById, teamId);
  }

  @ResolveField(() => [RewardPlanVersion], { description: 'Newest first.' })
  versions(@Parent() { id }: RewardPlanEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(versionsOfPlan, id);
  }

  @ResolveField(() => [RewardCalculation], { description: 'Newest first; only released ones for members.' })
  async calculations(@Parent() { id }: RewardPlanEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    const all = await loaders.load(calculationsOfPlan, id);
    const seen = await Promise.all(all.map((calculation) => seesCalculation(loaders, act, calculation)));
    return all.filter((_, i) => seen[i]);
  }

  @ResolveField(() => Boolean)
  async viewerCanChange(
    @Parent() { id, endedAt }: RewardPlanEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return endedAt === null && canManageRewardsOf(viewer, await teamOfPlan(loaders, id));
  }

  @ResolveField(() => Boolean, {
    description: 'Not while a calculation is not released, nor by whom it has something to pay still.',
  })
  async viewerCanEnd(
    @Parent() plan: RewardPlanEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (!(await this.viewerCanChange(plan, act, loaders))) return false;
    const calculations = await loaders.load(calculationsOfPlan, plan.id);
    if (calculations.some(({ state }) => isWaiting(state))) return false;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const periods = calculations.flatMap(({ period, state }) => (state === 'refused' ? [] : [period]));
    const payees = await payeesOfTeam(loaders, plan.teamId, stakesSince(firstUncalculated(periods), today));
    return !payees.includes(act.viewer.personId);
  }

  @ResolveField(() => Boolean)
  async viewerCanCalculate(
    @Parent() { id, endedAt }: RewardPlanEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (endedAt !== null) return false;
    const versions = await loaders.load(versionsOfPlan, id);
    return (
      versions.some(({ state }) => state === 'approved') && canManageRewardsOf(viewer, await teamOfPlan(loaders, id))
    );
  }
}

@Resolver(() => RewardPlanVersion)
export class RewardPlanVersionResolver {
  @ResolveField(() => RewardPlan)
  plan(@Parent() { planId }: RewardPlanVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(rewardPlanById, planId);
  }

  @ResolveField(() => Money, {
    nullable: true,
    description: "Paid for a factor of 100 percent; null without the right to the team's amounts.",
  })
  pool(@Parent() version: RewardPlanVersionEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.money(version, version.pool, act, loaders);
  }

  @ResolveField(() => Money, {
    nullable: true,
    description: "The most that is paid; null without the right to the team's amounts.",
  })
  cap(@Parent() version: RewardPlanVersionEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.money(version, version.cap, act, loaders);
  }

  @ResolveField(() => [RewardMeasure])
  measures(@Parent() { id }: RewardPlanVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(measuresOfVersion, id);
  }

  @ResolveField(() => Person)
  proposedBy(@Parent() { proposedById }: RewardPlanVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: RewardPlanVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean, { description: 'Proposed after the period that it first pays for began.' })
  async late(@Parent() { effectiveFrom, proposedAt }: RewardPlanVersionEntity, @CurrentLoaders() loaders: Loaders) {
    const { enterprise } = await loaders.load(enterpriseToday, 'enterprise');
    return dayIn(enterprise.timeZone, proposedAt) >= effectiveFrom;
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() { planId, state, proposedById: byId, effectiveFrom }: RewardPlanVersionEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (state !== 'proposed') return false;
    const team = await teamOfPlan(loaders, planId);
    return canDecideReward(viewer, team, { byId, payeeIds: await payeesOfTeam(loaders, team.id, effectiveFrom) });
  }

  private async money({ planId }: RewardPlanVersionEntity, amount: string, act: Act, loaders: Loaders) {
    if (!(await seesAmounts(loaders, act, planId))) return null;
    return { amount, currency: (await loaders.load(rewardPlanById, planId))!.currency };
  }
}

@Resolver(() => RewardMeasure)
export class RewardMeasureResolver {
  @ResolveField(() => Commitment)
  commitment(@Parent() { commitmentId }: RewardMeasureEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentById, commitmentId);
  }
}
