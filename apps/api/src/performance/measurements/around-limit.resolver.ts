import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CommitmentTermsEntity } from '../../agreements/commitment-terms.entity.js';
import { CommitmentTerms } from '../../agreements/commitment-terms.type.js';
import { commitmentFromInside } from '../../agreements/commitment.loader.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { aroundLimitOfTerms } from './around-limit.loader.js';
import { AroundLimit } from './around-limit.type.js';

@Resolver(() => CommitmentTerms)
export class AroundLimitResolver {
  @ResolveField(() => AroundLimit, {
    nullable: true,
    description:
      'Of a percentile that is measured by histograms without a bound at the limit, as the newest one has them; else null, and for who sees the agreement from outside.',
  })
  async aroundLimit(@Parent() { id, commitmentId }: CommitmentTermsEntity, @CurrentLoaders() loaders: Loaders) {
    const inside = await loaders.load(commitmentFromInside, commitmentId);
    return inside && loaders.load(aroundLimitOfTerms, id);
  }
}
