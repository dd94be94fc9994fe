import { canChangeUsualClosing } from '@accord/domain';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import { closingOfResult } from './closing.loader.js';
import { ChangeUsualClosingPayload, PeriodClosing, UsualClosing } from './closing.type.js';
import { UsualClosings } from './usual-closings.js';

@Resolver(() => PeriodResult)
export class ClosingResolver {
  constructor(private readonly usual: UsualClosings) {}

  @Query(() => UsualClosing)
  async usualClosing(@CurrentAct() { viewer }: Act) {
    return { days: await this.usual.days(), viewerCanChange: canChangeUsualClosing(viewer) };
  }

  @Mutation(() => ChangeUsualClosingPayload, { description: 'For every agreement that does not say otherwise.' })
  changeUsualClosing(
    @CurrentAct() act: Act,
    @Args('days', { type: () => Int, nullable: true, description: '0 to 90; null = by hand.' }) days: number | null,
  ) {
    return toPayload('usualClosing', async () => ({
      days: await this.usual.change(act, days),
      viewerCanChange: true,
    }));
  }

  @ResolveField(() => PeriodClosing, { nullable: true, description: 'null where it is closed, or closed by hand.' })
  closing(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(closingOfResult, id);
  }
}
