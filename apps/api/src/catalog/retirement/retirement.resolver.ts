import { canChangeService, canSeeServiceVersions, mayDecideRetirement, retirementFinding } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { administratorsEver } from '../../people/administrators.loader.js';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Plan } from '../plans/plan.type.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { serviceById } from '../services/service.loader.js';
import { Service } from '../services/service.type.js';
import { RetirementLists } from './retirement-lists.js';
import type { RetirementEntity } from './retirement.entity.js';
import {
  pathsOfRetirement,
  planOfRetirement,
  restOfRetirement,
  retirementsOfService,
  subscribersOfRetirement,
  type SubscriberRow,
} from './retirement.loader.js';
import {
  DecideRetirementPayload,
  MigrationPath,
  ProposeRetirementInput,
  ProposeRetirementPayload,
  Retirement,
  RetirementSubscriber,
  TakeBackRetirementPayload,
} from './retirement.type.js';
import { Retirements } from './retirements.js';

@Resolver(() => Retirement)
export class RetirementResolver {
  constructor(
    private readonly retirements: Retirements,
    private readonly lists: RetirementLists,
  ) {}

  @Query(() => Retirement, { nullable: true })
  retirement(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.lists.one(act, id);
  }

  @Query(() => [Retirement], {
    description: 'Proposed or decided, and not over, of services that the viewer manages; the nearest end first.',
  })
  openRetirements(@CurrentAct() act: Act) {
    return this.lists.open(act);
  }

  @Mutation(() => ProposeRetirementPayload, {
    description: 'Puts the end of a service or plan before a second person.',
  })
  proposeRetirement(@CurrentAct() act: Act, @Args('input') input: ProposeRetirementInput) {
    const paths = (input.paths ?? []).map(({ planId, successorId = null, answers }) => {
      return { planId, successorId, answers: answers ?? [] };
    });
    return toPayload('retirement', () => this.retirements.propose(act, { ...input, paths }));
  }

  @Mutation(() => DecideRetirementPayload, {
    description: 'Subscribers are told, and new orders end on their day; never by who proposed it.',
  })
  decideRetirement(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('retirement', () => this.retirements.decide(act, id));
  }

  @Mutation(() => TakeBackRetirementPayload, {
    description: 'Withdraws a proposal; undoes a decision through its last day, and subscribers are told.',
  })
  takeBackRetirement(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('retirement', () => this.retirements.takeBack({ ...act, reason }, id));
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Plan, { nullable: true, description: 'Null = the whole service.' })
  plan(@Parent() { planId }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return planId && loaders.load(planOfRetirement, planId);
  }

  @ResolveField(() => [MigrationPath])
  paths(@Parent() { id }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(pathsOfRetirement, id);
  }

  @ResolveField(() => Person)
  proposedBy(@Parent() { proposedById }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who withdrew or undid it.' })
  takenBackBy(@Parent() { takenBackById }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return takenBackById && loaders.load(personById, takenBackById);
  }

  @ResolveField(() => [RetirementSubscriber], { description: 'Those who are left come first.' })
  subscribers(@Parent() { id }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(subscribersOfRetirement, id);
  }

  @ResolveField(() => Int, { description: 'How many have it still.' })
  async left(@Parent() { id }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(subscribersOfRetirement, id)).filter(({ standing }) => standing === 'left').length;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Who or what holds it up after its last day, in one sentence; null while nothing does.',
  })
  async finding(@Parent() { id, state, endsOn }: RetirementEntity, @CurrentLoaders() loaders: Loaders) {
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    if (state !== 'decided' || endsOn >= today) return null;
    return retirementFinding(endsOn, today, await loaders.load(restOfRetirement, id));
  }

  @ResolveField(() => Boolean)
  async viewerCanDecide(
    @Parent() retirement: RetirementEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!(await manages(retirement, viewer, loaders))) return false;
    return mayDecideRetirement(retirement, viewer, await loaders.load(administratorsEver, 'ever'));
  }

  @ResolveField(() => Boolean, { description: 'Withdraw the proposal, or undo the decision.' })
  async viewerCanTakeBack(
    @Parent() retirement: RetirementEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const { state, endsOn } = retirement;
    const isOpen = state === 'proposed' || (state === 'decided' && endsOn >= today);
    return isOpen && (await manages(retirement, viewer, loaders));
  }

  @ResolveField(() => Boolean, { description: 'Order the successor for everybody who is left.' })
  async viewerCanMigrate(
    @Parent() retirement: RetirementEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return retirement.state === 'decided' && (await manages(retirement, viewer, loaders));
  }
}

@Resolver(() => MigrationPath)
export class MigrationPathResolver {
  @ResolveField(() => Plan)
  plan(@Parent() { planId }: MigrationPath, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planOfRetirement, planId);
  }

  @ResolveField(() => Plan, { nullable: true, description: 'Null = it leads nowhere.' })
  successor(@Parent() { successorId }: MigrationPath, @CurrentLoaders() loaders: Loaders) {
    return successorId && loaders.load(planOfRetirement, successorId);
  }
}

@Resolver(() => RetirementSubscriber)
export class RetirementSubscriberResolver {
  @ResolveField(() => Plan, { description: 'That it has now.' })
  plan(@Parent() { planId }: SubscriberRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(planOfRetirement, planId);
  }

  @ResolveField(() => BusinessUnit, { description: 'Who pays.' })
  unit(@Parent() { unitId }: SubscriberRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => Person, { description: 'Who answers for it.' })
  owner(@Parent() { ownerId }: SubscriberRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, ownerId);
  }

  @ResolveField(() => Person)
  beneficiary(@Parent() { beneficiaryId }: SubscriberRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, beneficiaryId);
  }
}

@Resolver(() => Service)
export class RetirementsOfServiceResolver {
  @ResolveField(() => [Retirement], { description: 'Newest first; empty for who only orders the service.' })
  retirements(@Parent() service: ServiceEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeeServiceVersions(viewer, service) ? loaders.load(retirementsOfService, service.id) : [];
  }
}

async function manages({ serviceId }: RetirementEntity, viewer: Act['viewer'], loaders: Loaders): Promise<boolean> {
  const service = await loaders.load(serviceById, serviceId);
  return service !== null && canChangeService(viewer, service);
}
