import { maySeeBehind, resultsIn } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import { placeOfCommitment } from '../performance/place.loader.js';
import { newerRevisionOf } from '../performance/results/newer-revision.loader.js';
import { NewerRevision } from '../performance/results/newer-revision.type.js';
import { PeriodResult } from '../performance/results/period-result.type.js';
import { resultById } from '../performance/results/result.loader.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { Pack, PackBreach, PackResult } from './pack.type.js';
import type { PackRow } from './review.loader.js';

@Resolver(() => Pack)
export class PackResolver {
  @ResolveField(() => Date)
  asOf(@Parent() { asOf }: PackRow) {
    return new Date(asOf);
  }

  @ResolveField(() => Person)
  frozenBy(@Parent() { frozenById }: PackRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, frozenById);
  }

  @ResolveField(() => [NewerRevision], {
    description:
      'Results of this pack, of its KPIs and its breaches, that were restated since; the pack keeps the old figure.',
  })
  async newerRevisions(@Parent() pack: PackRow, @CurrentLoaders() loaders: Loaders) {
    const newer = await Promise.all(resultsIn(pack).map((id) => loaders.load(newerRevisionOf, id)));
    return newer.filter((row) => row !== null);
  }
}

@Resolver(() => PackResult)
export class PackResultResolver {
  @ResolveField(() => PeriodResult, { nullable: true, description: 'Null once the viewer may not see it.' })
  result(@Parent() { resultId }: PackResult, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return visibleResult(loaders, act, resultId);
  }
}

@Resolver(() => PackBreach)
export class PackBreachResolver {
  @ResolveField(() => PeriodResult, {
    nullable: true,
    description: 'The revision that missed; null once the viewer may not see it.',
  })
  result(@Parent() { resultId }: PackBreach, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return visibleResult(loaders, act, resultId);
  }
}

async function visibleResult(loaders: Loaders, { viewer }: Act, resultId: string) {
  const result = await loaders.load(resultById, resultId);
  if (!result) return null;
  return maySeeBehind(viewer, await loaders.load(placeOfCommitment, result.commitmentId)) ? result : null;
}
