import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { NewerRevisionRow } from './newer-revision.loader.js';
import { NewerRevision } from './newer-revision.type.js';
import { PeriodResult } from './period-result.type.js';
import { resultById } from './result.loader.js';

@Resolver(() => NewerRevision)
export class NewerRevisionResolver {
  @ResolveField(() => PeriodResult)
  frozen(@Parent() { frozenId }: NewerRevisionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(resultById, frozenId);
  }

  @ResolveField(() => PeriodResult)
  newest(@Parent() { newestId }: NewerRevisionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(resultById, newestId);
  }
}
