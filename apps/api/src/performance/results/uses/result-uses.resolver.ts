import { maySeeBehind } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../../platform/act/act.js';
import { CurrentAct } from '../../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../../place.loader.js';
import { PeriodResult } from '../period-result.type.js';
import type { ResultRow } from '../result-fields.js';
import { claimUses } from './claim-uses.loader.js';
import { creditUses } from './credit-uses.loader.js';
import { packUses } from './pack-uses.loader.js';
import { ResultUse } from './result-use.type.js';
import { scorecardUses } from './scorecard-uses.loader.js';
import { statementUses } from './statement-uses.loader.js';

@Resolver(() => PeriodResult)
export class ResultUsesResolver {
  @ResolveField(() => [ResultUse], {
    description:
      'Where the figure of this period went, as far as the viewer may see: credit, claim, bill, scorecard, packs, statements. Those that hold another revision are among them.',
  })
  async uses(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<ResultUse[]> {
    const [place, credits, claims, ...others] = await Promise.all([
      loaders.load(placeOfCommitment, commitmentId),
      loaders.load(creditUses, id),
      loaders.load(claimUses, id),
      loaders.load(scorecardUses, id),
      loaders.load(packUses, id),
      loaders.load(statementUses, id),
    ]);
    return [...(maySeeBehind(viewer, place) ? [...credits, ...claims] : []), ...others.flat()];
  }
}
