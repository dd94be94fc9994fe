import { maySeeBehind } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { commitmentFromInside } from '../../agreements/commitment.loader.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, type Loaders, type LoaderDefinition } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import { resultById } from '../results/result.loader.js';
import { causesOf, effectsOf, type RelatedResult } from './causes.loader.js';
import { RelatedLoss } from './causes.type.js';

/** What performance tells of a result beyond its own evidence: what lost the same. */
@Resolver(() => PeriodResult)
export class CausesResolver {
  @ResolveField(() => [RelatedLoss], {
    description:
      'What the commitment rests on today and what lost the same: downtime, missed tickets, events. Most of it first, 10 at most.',
  })
  causes(@Parent() result: ResultRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return related(causesOf, 'partResultId', result, act, loaders);
  }

  @ResolveField(() => [RelatedLoss], {
    description: 'What rests on the commitment today and lost the same; most of it first, 10 at most.',
  })
  effects(@Parent() result: ResultRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return related(effectsOf, 'resultId', result, act, loaders);
  }
}

async function related(
  loader: LoaderDefinition<string, RelatedResult[]>,
  other: 'resultId' | 'partResultId',
  { id, commitmentId }: ResultRow,
  { viewer }: Act,
  loaders: Loaders,
) {
  if (!maySeeBehind(viewer, await loaders.load(placeOfCommitment, commitmentId))) return [];
  const rows = await loaders.load(loader, id);
  return Promise.all(
    rows.map(async (row) => {
      const commitment = await loaders.load(commitmentFromInside, row.commitmentId);
      const result = commitment && (await loaders.load(resultById, row[other]));
      const { unit, shared, part, of } = row;
      return { commitment, result, unit, shared, part, of };
    }),
  );
}
