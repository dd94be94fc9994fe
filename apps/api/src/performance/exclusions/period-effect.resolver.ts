import type { PeriodEffect as Effect } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { betteredByViewer } from '../results/bettered-by-viewer.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import { resultById } from '../results/result.loader.js';
import { PeriodEffect } from './period-effect.type.js';

@Resolver(() => PeriodEffect)
export class PeriodEffectResolver {
  @ResolveField(() => PeriodResult, { nullable: true, description: 'The revision that was looked at.' })
  result(@Parent() { resultId }: Effect, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(resultById, resultId);
  }

  @ResolveField(() => Boolean, {
    description:
      'A restatement would better a closed result by data that the viewer brought since: another service manager has to restate it.',
  })
  viewerBetteredIt(@Parent() effect: Effect, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(betteredByViewer, effect);
  }
}
