import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { teamById } from '../../people/team.loader.js';
import { Team } from '../../people/team.type.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { orderById } from '../order.loader.js';
import { Order } from '../order.type.js';
import { FulfilmentTask } from './fulfilment-task.type.js';

@Resolver(() => FulfilmentTask)
export class FulfilmentTaskResolver {
  @ResolveField(() => Order)
  order(@Parent() { orderId }: FulfilmentTaskEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(orderById, orderId);
  }

  @ResolveField(() => Team)
  team(@Parent() { teamId }: FulfilmentTaskEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(teamById, teamId);
  }

  @ResolveField(() => Person, { nullable: true })
  assignee(@Parent() { assigneeId }: FulfilmentTaskEntity, @CurrentLoaders() loaders: Loaders) {
    return assigneeId && loaders.load(personById, assigneeId);
  }
}
