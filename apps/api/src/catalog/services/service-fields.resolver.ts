import { canChangeService, canSeePrices, canSeeService, movesOpenTo } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { providerById } from '../../providers/provider.loader.js';
import { Provider } from '../../providers/provider.type.js';
import { plansOfService } from '../plans/plan.loader.js';
import { Plan } from '../plans/plan.type.js';
import type { ServiceEntity } from './service.entity.js';
import { serviceById, supportedBy, supportingOf } from './service.loader.js';
import { LifecycleEnum, Service } from './service.type.js';

@Resolver(() => Service)
export class ServiceFieldsResolver {
  @ResolveField(() => Person, { nullable: true })
  owner(@Parent() { ownerId }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    return ownerId && loaders.load(personById, ownerId);
  }

  @ResolveField(() => BusinessUnit, { nullable: true })
  unit(@Parent() { unitId }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    return unitId && loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => Provider, { nullable: true })
  provider(@Parent() { providerId }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    return providerId && loaders.load(providerById, providerId);
  }

  @ResolveField(() => [Service])
  async supportingServices(@Parent() { id }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    const ids = await loaders.load(supportingOf, id);
    return Promise.all(ids.map((supporting) => loaders.load(serviceById, supporting)));
  }

  @ResolveField(() => [Service])
  async supportedServices(@Parent() { id }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    const ids = await loaders.load(supportedBy, id);
    return Promise.all(ids.map((supported) => loaders.load(serviceById, supported)));
  }

  @ResolveField(() => [Plan], { description: 'Plans that have ended are shown only to who may change the service.' })
  async plans(@Parent() service: ServiceEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (!canSeeService(act.viewer, service)) return [];
    const plans = await loaders.load(plansOfService, service.id);
    return canChangeService(act.viewer, service) ? plans : plans.filter(({ endedAt }) => endedAt === null);
  }

  @ResolveField(() => Boolean)
  async demo(@CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(enterpriseToday, 'enterprise')).enterprise.demo;
  }

  @ResolveField(() => Boolean, { description: 'In the catalog.' })
  viewerCanSee(@Parent() service: ServiceEntity, @CurrentAct() act: Act) {
    return canSeeService(act.viewer, service);
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@Parent() service: ServiceEntity, @CurrentAct() act: Act) {
    return canChangeService(act.viewer, service);
  }

  @ResolveField(() => Boolean)
  viewerCanSeePrices(@CurrentAct() act: Act) {
    return canSeePrices(act.viewer);
  }

  @ResolveField(() => [LifecycleEnum], {
    description: 'Lifecycles to which the viewer may move the service now; the rules of the move may still refuse.',
  })
  viewerCanMoveTo(@Parent() service: ServiceEntity, @CurrentAct() act: Act) {
    return movesOpenTo(act.viewer, service);
  }
}
