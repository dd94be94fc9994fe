import { maySeeBehind } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from './period-result.type.js';
import type { ResultRow } from './result-fields.js';
import { revisionChangesOf } from './revision-changes.loader.js';
import { RevisionChange } from './revision-changes.type.js';

@Resolver(() => PeriodResult)
export class RevisionChangesResolver {
  @ResolveField(() => [RevisionChange], {
    description:
      'What this revision knew that the one before did not; of the first, what was corrected before it was judged.',
  })
  async changes(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    return maySeeBehind(viewer, place) ? loaders.load(revisionChangesOf, id) : [];
  }
}
