import { canManageRewards, canSeeRewards, type Viewer as DomainViewer } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../people/viewer.type.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { hasStatements } from './calculations/statement.loader.js';
import { paidTeamsOf } from './shares/share.loader.js';

@Resolver(() => Viewer)
export class RewardsViewerResolver {
  @ResolveField(() => Boolean)
  async viewerCanSeeRewards(@Parent() viewer: DomainViewer, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return canSeeRewards(viewer, (await paidTeamsOf(loaders, viewer.personId)).length > 0);
  }

  @ResolveField(() => Boolean)
  viewerCanManageRewards(@Parent() viewer: DomainViewer): boolean {
    return canManageRewards(viewer);
  }

  @ResolveField(() => Boolean, { description: 'Whether a statement has been released to the viewer.' })
  viewerHasStatements(@Parent() viewer: DomainViewer, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return loaders.load(hasStatements, viewer.personId);
  }
}
