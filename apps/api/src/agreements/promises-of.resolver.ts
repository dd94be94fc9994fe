import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PlanEntity } from '../catalog/plans/plan.entity.js';
import { Plan } from '../catalog/plans/plan.type.js';
import type { ServiceEntity } from '../catalog/services/service.entity.js';
import { Service } from '../catalog/services/service.type.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import type { ProviderEntity } from '../providers/provider.entity.js';
import { Provider } from '../providers/provider.type.js';
import { agreementById, agreementsOfProvider } from './agreement.loader.js';
import { Agreement } from './agreement.type.js';
import { commitmentsOfProvider, commitmentsOfService } from './commitment.loader.js';
import { Commitment } from './commitment.type.js';

@Resolver(() => Service)
export class PromisesOfServiceResolver {
  @ResolveField(() => [Commitment], {
    description:
      'What customers are promised: the SLA commitments on this service; technical agreements only with the right to see them.',
  })
  commitments(@Parent() { id }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentsOfService, id);
  }
}

@Resolver(() => Plan)
export class PromisesOfPlanResolver {
  @ResolveField(() => Agreement, { nullable: true })
  agreement(@Parent() { agreementId }: PlanEntity, @CurrentLoaders() loaders: Loaders) {
    return agreementId && loaders.load(agreementById, agreementId);
  }
}

@Resolver(() => Provider)
export class PromisesOfProviderResolver {
  @ResolveField(() => [Agreement])
  async agreements(@Parent() { id }: ProviderEntity, @CurrentLoaders() loaders: Loaders) {
    const ids = await loaders.load(agreementsOfProvider, id);
    return Promise.all(ids.map((agreementId) => loaders.load(agreementById, agreementId)));
  }

  @ResolveField(() => [Commitment])
  commitments(@Parent() { id }: ProviderEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentsOfProvider, id);
  }
}
