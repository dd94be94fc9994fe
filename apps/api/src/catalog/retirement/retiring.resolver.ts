import { canChangeService, canSeeService } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { PlanEntity } from '../plans/plan.entity.js';
import { Plan } from '../plans/plan.type.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { serviceById } from '../services/service.loader.js';
import { Service } from '../services/service.type.js';
import { neededBy, planOfRetirement, retirementOfService, retiringOfPlan } from './retirement.loader.js';
import { Retiring } from './retirement.type.js';
import type { RetiringRow } from './retiring.js';

/** What everybody who sees a service may know of its end. */
@Resolver(() => Service)
export class RetiringServiceResolver {
  @ResolveField(() => Retiring, { nullable: true, description: 'Decided of the whole service; null while it stays.' })
  retiring(@Parent() service: ServiceEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeeService(viewer, service) ? loaders.load(retirementOfService, service.id) : null;
  }

  @ResolveField(() => [String], {
    description:
      'Names of all services in use that rest on it: it cannot be over while one does. Empty for who may not change it.',
  })
  neededBy(@Parent() service: ServiceEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canChangeService(viewer, service) ? loaders.load(neededBy, service.id) : [];
  }
}

@Resolver(() => Plan)
export class RetiringPlanResolver {
  @ResolveField(() => Retiring, {
    nullable: true,
    description: 'Decided of the plan, or of its whole service; null while it stays.',
  })
  retiring(@Parent() { id }: PlanEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(retiringOfPlan, id);
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: PlanEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }
}

@Resolver(() => Retiring)
export class RetiringResolver {
  @ResolveField(() => Plan, { nullable: true, description: 'What takes the place of the plan; null = nothing does.' })
  successor(@Parent() { successorId }: Partial<RetiringRow>, @CurrentLoaders() loaders: Loaders) {
    return successorId ? loaders.load(planOfRetirement, successorId) : null;
  }
}
