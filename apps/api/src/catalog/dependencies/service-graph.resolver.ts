import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { serviceById } from '../services/service.loader.js';
import { Service } from '../services/service.type.js';
import { readServiceGraph, type GraphNodeRow } from './read-service-graph.js';
import { ServiceGraph, ServiceGraphNode } from './service-graph.type.js';

@Resolver(() => Service)
export class DependenciesResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => ServiceGraph, {
    description:
      'Business and technical view of one graph, and what is hit if the service fails. To be asked of one service.',
  })
  dependencies(@Parent() { id }: ServiceEntity, @CurrentAct() { viewer }: Act) {
    return readServiceGraph(this.database.read, viewer, id);
  }
}

@Resolver(() => ServiceGraphNode)
export class ServiceGraphNodeResolver {
  @ResolveField(() => Service)
  service(@Parent() { id }: GraphNodeRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, id);
  }
}
