import { isMeasuredIn, mayMeasure } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfService } from '../place.loader.js';
import { ServiceLists } from '../service-lists.js';
import type { MaintenanceEntity } from './maintenance.entity.js';
import {
  AnnounceMaintenanceInput,
  AnnounceMaintenancePayload,
  CancelMaintenancePayload,
  Maintenance,
  MaintenanceConnection,
  RuleBroken,
} from './maintenance.type.js';
import { Maintenances } from './maintenances.js';
import { rulesBrokenBy } from './rules-broken.loader.js';

@Resolver(() => Maintenance)
export class MaintenanceResolver {
  constructor(
    private readonly useCases: Maintenances,
    private readonly lists: ServiceLists,
  ) {}

  @Query(() => MaintenanceConnection, { description: 'Newest first; cancelled ones too, with when that was.' })
  maintenances(
    @CurrentAct() act: Act,
    @Args('serviceId', { type: () => ID, nullable: true }) serviceId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.maintenances(act.viewer, { serviceId, first: first ?? 50, after });
  }

  @Mutation(() => AnnounceMaintenancePayload)
  announceMaintenance(@CurrentAct() act: Act, @Args('input') input: AnnounceMaintenanceInput) {
    return toPayload('maintenance', () => this.useCases.announce(act, input));
  }

  @Mutation(() => CancelMaintenancePayload)
  cancelMaintenance(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('maintenance', () => this.useCases.cancel(act, id, reason));
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: MaintenanceEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => [RuleBroken], {
    description: 'What of it counts as downtime all the same, by the agreements that the viewer sees behind.',
  })
  async rulesBroken(@Parent() { id }: MaintenanceEntity, @CurrentLoaders() loaders: Loaders) {
    const broken = await loaders.load(rulesBrokenBy, id);
    return broken.map(({ from, to, ...row }) => ({ ...row, from: new Date(from), to: new Date(to) }));
  }

  @ResolveField(() => Boolean)
  async viewerCanCancel(
    @Parent() { serviceId, fromAt: from, toAt: to, cancelledAt }: MaintenanceEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const service = await loaders.load(placeOfService, serviceId);
    return cancelledAt === null && mayMeasure(viewer, service) && !isMeasuredIn(viewer, service, { from, to });
  }
}
