import { Args, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { Facet } from '../../platform/graphql/facet.type.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { archetypesToday } from '../archetypes/archetypes-today.js';
import { ServiceFilter, ServiceSortEnum, type ServiceSort } from './service-filter.input.js';
import { serviceBySlug } from './service-by-slug.js';
import { serviceById } from './service.loader.js';
import { ServiceSearch, type ServiceList } from './service-search.js';
import { Service, ServiceConnection } from './service.type.js';

@Resolver(() => ServiceConnection)
export class ServiceListResolver {
  constructor(
    private readonly search: ServiceSearch,
    private readonly database: Database,
  ) {}

  @Query(() => ServiceConnection, { description: 'The catalog, as far as the viewer sees it.' })
  async services(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('sort', {
      type: () => ServiceSortEnum,
      nullable: true,
      defaultValue: 'relevance',
      description:
        'By relevance needs a search; without one the services come by name. MOST_USED: by `Service.ordersNearby`, then by name.',
    })
    sort: ServiceSort | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    // Not `| null`: of a union no class is known when the program runs, and nothing of it would be checked.
    @Args('filter', { type: () => ServiceFilter, nullable: true }) filter?: ServiceFilter,
  ) {
    const list = await this.search.list(act, await loaders.load(archetypesToday, 'today'), {
      filter,
      sort: sort ?? 'relevance',
      first: first ?? 50,
      after,
    });
    const nodes = await Promise.all(list.page.edges.map(({ node }) => loaders.load(serviceById, node.id)));
    const edges = list.page.edges.map(({ cursor }, place) => ({ cursor, node: nodes[place] }));
    return { list, edges, pageInfo: list.page.pageInfo };
  }

  @Query(() => Service, { nullable: true, description: 'Null when there is none, or none that the viewer may see.' })
  service(@CurrentAct() act: Act, @Info() info: GraphQLResolveInfo, @Args('slug') slug: string) {
    return serviceBySlug(this.database.read, act, slug, info);
  }

  @ResolveField(() => Int)
  async totalCount(@Parent() { list }: { list: ServiceList }) {
    return (await list.counts()).totalCount;
  }

  @ResolveField(() => [Facet])
  async facets(@Parent() { list }: { list: ServiceList }) {
    return (await list.counts()).facets;
  }

  @ResolveField(() => [Service])
  async suggestions(@Parent() { list }: { list: ServiceList }, @CurrentLoaders() loaders: Loaders) {
    const ids = await list.suggestions();
    return Promise.all(ids.map((id) => loaders.load(serviceById, id)));
  }

  @ResolveField(() => [Person])
  async whomToAsk(@Parent() { list }: { list: ServiceList }, @CurrentLoaders() loaders: Loaders) {
    const ids = await list.whomToAsk();
    return Promise.all(ids.map((id) => loaders.load(personById, id)));
  }
}
