import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { ServiceLists } from '../service-lists.js';
import type { CountInterval as CountIntervalRow } from './count-interval.js';
import { Counts } from './counts.js';
import { CountInterval, CountIntervalConnection, RecordCountsInput, RecordCountsPayload } from './counts.type.js';

@Resolver(() => CountInterval)
export class CountsResolver {
  constructor(
    private readonly useCases: Counts,
    private readonly lists: ServiceLists,
  ) {}

  @Query(() => CountIntervalConnection, {
    description: 'What people counted, newest first; of an interval that was recorded again, the figures that count.',
  })
  counts(
    @CurrentAct() act: Act,
    @Args('serviceId', { type: () => ID, nullable: true }) serviceId: string | null,
    @Args('series', { type: () => String, nullable: true }) series: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.counts(act.viewer, { serviceId, series: series ?? null, first: first ?? 50, after });
  }

  @Mutation(() => RecordCountsPayload, {
    description:
      'For an interval that was recorded before, the new figures take the place of the old ones, with a reason, as long as no closed period counted them. By nobody who owns the service, or is paid by what is measured on it.',
  })
  recordCounts(@CurrentAct() act: Act, @Args('input') input: RecordCountsInput) {
    return toPayload('recorded', () => this.useCases.record(act, input).then(() => true));
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: CountIntervalRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Person)
  recordedBy(@Parent() { recordedById }: CountIntervalRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, recordedById);
  }
}
