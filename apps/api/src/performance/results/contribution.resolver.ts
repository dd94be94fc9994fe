import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { pageSize, readCursor, toConnection } from '../../platform/graphql/page.js';
import { answersKeptUntil, keptRunsKey, keptRunsOf } from '../measurements/kept-runs.loader.js';
import { KeptRuns } from '../measurements/kept-runs.type.js';
import { measurementsKey, measurementsOf } from '../measurements/measurement.loader.js';
import { MeasurementConnection } from '../measurements/measurement.type.js';
import { outageById } from '../outages/outage.loader.js';
import { Outage } from '../outages/outage.type.js';
import { Contribution } from './contribution.type.js';

/** A contribution as `PeriodResult.contributions` hands it on. */
export interface ContributionNode extends Contribution {
  /** Whether the viewer sees what was recorded and measured, and not only why the figure is what it is. */
  behind: boolean;
  /** What was counted of it ends there, also where it went on. */
  until: Date | null;
  /** By the days of which it was judged. */
  timeZone: string;
}

/** What a contribution was made of in its turn. */
@Resolver(() => Contribution)
export class ContributionResolver {
  @ResolveField(() => MeasurementConnection, {
    description:
      'The measurements that it was made of, oldest first, those that were corrected left out; none of tickets and of ' +
      'outages that people recorded.',
  })
  async measurements(
    @Parent() contribution: ContributionNode,
    @CurrentLoaders() loaders: Loaders,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const size = pageSize(first ?? 50);
    const seen = after ? readCursor(after, ['instant', 'integer']) : null;
    const { evidence, from, until: to } = contribution;
    const asked = isMadeOfMeasurements(contribution) && from && to;
    const rows = asked
      ? await loaders.load(measurementsOf, measurementsKey({ measurementId: evidence.id, from, to, size, after: seen }))
      : [];
    return toConnection(rows, size, ({ at, seriesId }) => [at, seriesId]);
  }

  @ResolveField(() => KeptRuns, {
    nullable: true,
    description: 'What stands of its measurements where they are no longer kept one by one; null where they are.',
  })
  keptRuns(@Parent() contribution: ContributionNode, @CurrentLoaders() loaders: Loaders) {
    const { evidence, behind, from, until: to, timeZone } = contribution;
    if (behind && evidence.kind === 'answers' && from && to)
      return loaders.load(answersKeptUntil, keptRunsKey({ measurementId: evidence.id, from, to, timeZone }));
    return isMadeOfMeasurements(contribution) && from && to
      ? loaders.load(keptRunsOf, keptRunsKey({ measurementId: evidence.id, from, to, timeZone }))
      : null;
  }

  @ResolveField(() => Outage, { nullable: true, description: 'As it is recorded now; null for anything else.' })
  outage(@Parent() { evidence, behind }: ContributionNode, @CurrentLoaders() loaders: Loaders) {
    return evidence.kind === 'outage' && behind ? loaders.load(outageById, evidence.id) : null;
  }
}

/** To the eyes of the viewer. */
const isMadeOfMeasurements = ({ evidence, behind }: ContributionNode): boolean =>
  behind && (evidence.kind === 'probe' || evidence.kind === 'count');
