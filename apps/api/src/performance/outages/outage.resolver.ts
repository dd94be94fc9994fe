import { mayMeasure } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfService } from '../place.loader.js';
import { ServiceLists } from '../service-lists.js';
import type { OutageEntity } from './outage.entity.js';
import {
  ChangeOutageInput,
  ChangeOutagePayload,
  EndOutagePayload,
  Outage,
  OutageConnection,
  RecordOutageInput,
  RecordOutagePayload,
} from './outage.type.js';
import { Outages } from './outages.js';

@Resolver(() => Outage)
export class OutageResolver {
  constructor(
    private readonly useCases: Outages,
    private readonly lists: ServiceLists,
  ) {}

  @Query(() => OutageConnection, {
    description: 'Newest first; those recorded by mistake too, with when that was found.',
  })
  outages(
    @CurrentAct() act: Act,
    @Args('serviceId', { type: () => ID, nullable: true }) serviceId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.outages(act.viewer, { serviceId, first: first ?? 50, after });
  }

  @Mutation(() => RecordOutagePayload)
  recordOutage(@CurrentAct() act: Act, @Args('input') input: RecordOutageInput) {
    return toPayload('outage', () => this.useCases.record(act, input));
  }

  @Mutation(() => ChangeOutagePayload)
  changeOutage(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeOutageInput,
  ) {
    return toPayload('outage', () => this.useCases.change(act, id, input));
  }

  @Mutation(() => EndOutagePayload)
  endOutage(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('outage', () => this.useCases.end(act, id, reason));
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: OutageEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer may change or end it; what betters a figure may be refused.',
  })
  async viewerCanChange(
    @Parent() { serviceId, endedAt }: OutageEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return !endedAt && mayMeasure(viewer, await loaders.load(placeOfService, serviceId));
  }
}
