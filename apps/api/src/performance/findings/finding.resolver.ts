import type { FindingKind } from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { FindingEntity } from './finding.entity.js';
import { FindingLists, type FindingState } from './finding-lists.js';
import { servicesOfFinding, subjectOf } from './finding.loader.js';
import { Finding, FindingConnection, FindingKindEnum, FindingStateEnum, FindingSubject } from './finding.type.js';

@Resolver(() => Finding)
export class FindingResolver {
  constructor(private readonly lists: FindingLists) {}

  @Query(() => FindingConnection, {
    description: 'Of services behind whose figures the viewer sees, what was found last first.',
  })
  findings(
    @CurrentAct() { viewer }: Act,
    @Args('kind', { type: () => FindingKindEnum, nullable: true }) kind: FindingKind | null,
    @Args('state', { type: () => FindingStateEnum, nullable: true }) state: FindingState | null,
    @Args('serviceId', { type: () => ID, nullable: true }) serviceId: string | null,
    @Args('commitmentId', { type: () => ID, nullable: true, description: 'Those about it.' })
    commitmentId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(viewer, { kind, state, serviceId, commitmentId, first: first ?? 50, after });
  }

  @ResolveField(() => FindingSubject, { nullable: true })
  subject(@Parent() finding: FindingEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(...subjectOf(finding));
  }

  @ResolveField(() => [Service], { description: 'Those that it concerns and behind whose figures the viewer sees.' })
  async services(@Parent() { id }: FindingEntity, @CurrentLoaders() loaders: Loaders) {
    const ids = await loaders.load(servicesOfFinding, id);
    return Promise.all(ids.map((serviceId) => loaders.load(serviceById, serviceId)));
  }
}
