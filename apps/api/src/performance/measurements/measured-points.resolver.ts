import { maySeeBehind } from '@accord/domain';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import { pointsKey, pointsOf } from './measured-points.loader.js';
import { MeasuredPoints } from './measured-points.type.js';

/** More than a screen has columns to draw them in. */
const MOST = 2_000;

@Resolver(() => PeriodResult)
export class MeasuredPointsResolver {
  @ResolveField(() => MeasuredPoints, {
    nullable: true,
    description:
      'The counts, values or probes behind it over time, as they stand now. Null for tickets, answers and outages that ' +
      'people recorded, and for who does not see behind the figure.',
  })
  async points(
    @Parent() { id: resultId, commitmentId, ...period }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('from', {
      type: () => CalendarDateScalar,
      nullable: true,
      description: 'First day, in the zone of the result; null or omitted, or before its period = of its period.',
    })
    from: string | null,
    @Args('to', { type: () => CalendarDateScalar, nullable: true, description: 'Last day, likewise.' })
    to: string | null,
    @Args('most', {
      type: () => Int,
      nullable: true,
      defaultValue: MOST,
      description: 'How many points at most, from 2 to 2000.',
    })
    most: number | null,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    if (!maySeeBehind(viewer, place)) return null;
    const size = Math.min(Math.max(most ?? MOST, 2), MOST);
    const within = { from: period.from, to: period.to };
    return loaders.load(pointsOf, pointsKey({ resultId, within, from: from ?? null, to: to ?? null, most: size }));
  }
}
