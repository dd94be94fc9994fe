import { canAddStages, isOutsider } from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { BusinessUnitEntity } from '../../people/business-unit.entity.js';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { eachOf } from '../../platform/errors/each-of.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { PlannedStage } from './approval.type.js';
import { unitRulesOf } from './approval.loader.js';
import { ApprovalStageInput, ApprovalStageRule, ruleRow } from './stage-rule.type.js';
import type { UnitApprovalRuleEntity } from './unit-approval-rule.entity.js';
import { DecideUnitStagesPayload, ProposeUnitStagesPayload, UnitApprovalRule } from './unit-approval-rule.type.js';
import { UnitApprovalRules } from './unit-approval-rules.js';

@Resolver(() => UnitApprovalRule)
export class UnitApprovalRuleResolver {
  constructor(private readonly rules: UnitApprovalRules) {}

  @Query(() => [PlannedStage], {
    description: 'Whom stages would ask today. Where that depends on the service that is ordered, nobody is named.',
  })
  async previewUnitStages(
    @CurrentAct() act: Act,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('stages', { type: () => [ApprovalStageInput] }, eachOf(ApprovalStageInput)) stages: ApprovalStageInput[],
  ) {
    const planned = await this.rules.preview(act, unitId, stages);
    return planned.map(({ overBudget, personIds, ...stage }) => ({
      ...ruleRow(stage),
      overBudget,
      rule: null,
      personIds,
    }));
  }

  @Mutation(() => ProposeUnitStagesPayload, { description: 'A second person puts them into force.' })
  proposeUnitStages(
    @CurrentAct() act: Act,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('stages', { type: () => [ApprovalStageInput] }, eachOf(ApprovalStageInput)) stages: ApprovalStageInput[],
    @Args('reason') reason: string,
  ) {
    return toPayload('rule', () => this.rules.propose(act, unitId, stages, reason));
  }

  @Mutation(() => DecideUnitStagesPayload, {
    description: 'Orders that are open already keep their stages. Who proposed it withdraws it by refusing.',
  })
  decideUnitStages(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('approved') approved: boolean,
  ) {
    return toPayload('rule', () => this.rules.decide(act, id, approved));
  }

  @ResolveField(() => [ApprovalStageRule])
  stages(@Parent() { stages }: UnitApprovalRuleEntity) {
    return stages.map(ruleRow);
  }

  @ResolveField(() => BusinessUnit)
  unit(@Parent() { unitId }: UnitApprovalRuleEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => Person)
  proposedBy(@Parent() { proposedById }: UnitApprovalRuleEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: UnitApprovalRuleEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() { unitId, state, proposedById }: UnitApprovalRuleEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const unit = await loaders.load(businessUnitById, unitId);
    return state === 'proposed' && proposedById !== viewer.personId && unit !== null && canAddStages(viewer, unit);
  }
}

@Resolver(() => BusinessUnit)
export class UnitStagesResolver {
  @ResolveField(() => [UnitApprovalRule], {
    description: 'Versions of the stages it adds, newest first; empty for viewers from outside.',
  })
  approvalRules(
    @Parent() { id }: BusinessUnitEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<UnitApprovalRuleEntity[]> | [] {
    return isOutsider(viewer) ? [] : loaders.load(unitRulesOf, id);
  }

  @ResolveField(() => Boolean)
  viewerCanAddStages(@Parent() unit: BusinessUnitEntity, @CurrentAct() { viewer }: Act) {
    return canAddStages(viewer, unit);
  }
}
