import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import type { AlertEntity } from './alert.entity.js';
import { AlertLists } from './alert-lists.js';
import { Alert, AlertConnection } from './alert.type.js';

@Resolver(() => Alert)
export class AlertResolver {
  constructor(private readonly lists: AlertLists) {}

  @Query(() => AlertConnection, { description: 'What people heard of a commitment, raised last first.' })
  alerts(
    @CurrentAct() { viewer }: Act,
    @Args('commitmentId', { type: () => ID }) commitmentId: string,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(viewer, { commitmentId, first: first ?? 50, after });
  }

  @ResolveField(() => [Person])
  toldTo(@Parent() { toldIds }: AlertEntity, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(toldIds.map((id) => loaders.load(personById, id)));
  }
}
