import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { pageSize, readCursor, toConnection } from '../../platform/graphql/page.js';
import { measurementsKey, measurementsOf } from '../measurements/measurement.loader.js';
import { MeasurementConnection } from '../measurements/measurement.type.js';
import { outageById } from '../outages/outage.loader.js';
import { Outage } from '../outages/outage.type.js';
import { Contribution } from './contribution.type.js';

/** A contribution as `PeriodResult.contributions` hands it on. */
export interface ContributionNode extends Contribution {
  /** Whether the viewer sees what was recorded and measured, and not only why the figure is what it is. */
  behind: boolean;
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
    @Parent() { evidence, from, to, behind }: ContributionNode,
    @CurrentLoaders() loaders: Loaders,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const size = pageSize(first ?? 50);
    const isMeasured = evidence.kind === 'probe' || evidence.kind === 'count';
    const seen = after ? readCursor(after, ['instant', 'integer']) : null;
    const asked = isMeasured && behind && from && to;
    const rows = asked
      ? await loaders.load(measurementsOf, measurementsKey({ measurementId: evidence.id, from, to, size, after: seen }))
      : [];
    return toConnection(rows, size, ({ at, seriesId }) => [at, seriesId]);
  }

  @ResolveField(() => Outage, { nullable: true, description: 'As it is recorded now; null for anything else.' })
  outage(@Parent() { evidence, behind }: ContributionNode, @CurrentLoaders() loaders: Loaders) {
    return evidence.kind === 'outage' && behind ? loaders.load(outageById, evidence.id) : null;
  }
}
