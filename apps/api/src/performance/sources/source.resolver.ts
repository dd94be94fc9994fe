import { isSilent, quietLimitMs } from '@accord/domain';
import { Args, Float, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { PullEntity } from './pull.entity.js';
import { pullsOfSource } from './pull.loader.js';
import { Pull } from './pull.type.js';
import { SourceLists, type SeriesRow, type SourceRow } from './source-lists.js';
import { viewerMayExpect } from './source.loader.js';
import {
  ExpectSourcePayload,
  SourceSeries,
  SourceStateEnum,
  type SourceState,
  WatchedSource,
  WatchedSourceConnection,
} from './source.type.js';
import { Sources } from './sources.js';
import { heardOf } from './watch-sources.js';

@Resolver(() => WatchedSource)
export class SourceResolver {
  constructor(
    private readonly lists: SourceLists,
    private readonly useCases: Sources,
  ) {}

  @Query(() => WatchedSourceConnection, {
    description: 'Of services that the viewer measures, or audits; seen last comes first.',
  })
  sources(
    @CurrentAct() { viewer }: Act,
    @Args('watched', {
      type: () => Boolean,
      nullable: true,
      description:
        'Only those that are waited for, or that Accord asks by itself; false = only the others. Null or omitted = all.',
    })
    watched: boolean | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(viewer, { watched: watched ?? null, first: first ?? 50, after });
  }

  @Query(() => WatchedSource, { nullable: true })
  source(@CurrentAct() { viewer }: Act, @Args('slug') slug: string) {
    return this.lists.find(viewer, slug);
  }

  @Mutation(() => ExpectSourcePayload, { description: 'Says how long a source may be quiet before somebody is told.' })
  expectSource(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('quietMinutes', {
      type: () => Int,
      nullable: true,
      description: 'Null or omitted = by its rhythm; 0 = for ever.',
    })
    quietMinutes: number | null,
  ) {
    return toPayload('source', () => this.useCases.expect(act, id, quietMinutes ?? null));
  }

  @ResolveField(() => SourceStateEnum)
  state(@Parent() source: SourceRow, @CurrentAct() { at }: Act): SourceState {
    const isWatched = quietLimitMs(heardOf(source)) !== null;
    if (source.lastSeenAt === null) return isWatched || source.kind === 'measurements' ? 'awaited' : 'unwatched';
    if (isSilent(heardOf(source), at)) return 'silent';
    return isWatched ? 'heard' : 'unwatched';
  }

  @ResolveField(() => Float, { nullable: true, description: 'How long it may be quiet; null = for ever.' })
  quietLimitMs(@Parent() source: SourceRow) {
    return quietLimitMs(heardOf(source));
  }

  @ResolveField(() => [SourceSeries], {
    description: 'The first 200, by service, of services that the viewer measures.',
  })
  series(@Parent() { id }: SourceRow, @CurrentAct() { viewer, at }: Act) {
    return this.lists.series(viewer, id, at);
  }

  @ResolveField(() => [Pull], { description: 'Of services that the viewer measures; those that ended come last.' })
  pulls(@Parent() { id }: SourceRow, @CurrentLoaders() loaders: Loaders): Promise<PullEntity[]> {
    return loaders.load(pullsOfSource, id);
  }

  @ResolveField(() => Boolean)
  viewerCanExpect(@Parent() { id }: SourceRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(viewerMayExpect, id);
  }
}

@Resolver(() => SourceSeries)
export class SourceSeriesResolver {
  @ResolveField(() => Service)
  service(@Parent() { serviceId }: SeriesRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }
}
