import { calendarDaysOf, maySeeBehind, rollingBudget } from '@accord/domain';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { budgetSharesOf } from './budget-share.loader.js';
import { DayAvailability, PeriodResult } from './period-result.type.js';
import { recentDaysOf } from './recent-days.loader.js';
import type { ResultRow } from './result-fields.js';
import { BudgetShare, RollingBudget } from './result-pictures.type.js';

const STRIP_DAYS = 90;

/** What pictures of a result show beside its own period. */
@Resolver(() => PeriodResult)
export class ResultPicturesResolver {
  @ResolveField(() => [DayAvailability], {
    description:
      'The 90 days up to the end of what was judged; fewer where nothing was judged before, empty for tickets and counts.',
  })
  async lastDays(@Parent() { id }: ResultRow, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(recentDaysOf, id)).slice(-STRIP_DAYS);
  }

  @ResolveField(() => [RollingBudget], {
    description: 'At the end of each day of the period, in its terms; empty for tickets and counts.',
  })
  async rolling(
    @Parent() { id, period, ...result }: ResultRow & { target: string },
    @CurrentLoaders() loaders: Loaders,
  ) {
    return rollingBudget(await loaders.load(recentDaysOf, id), result.target, calendarDaysOf(period).from);
  }

  @ResolveField(() => [BudgetShare], {
    description: 'What cost budget, summed by cause, the largest first; empty for who does not see behind the figure.',
  })
  async budgetShares(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('first', { type: () => Int, defaultValue: 8, nullable: true }) first: number | null,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    if (!maySeeBehind(viewer, place)) return [];
    const shares = await loaders.load(budgetSharesOf, id);
    return shares.slice(0, Math.max(0, first ?? 8));
  }
}
