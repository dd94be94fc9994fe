import { maySeeBehind } from '@accord/domain';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { pageSize } from '../../platform/graphql/page.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import { correctedKey, correctedMeasurementsOf, type CorrectedMeasurementRow } from './corrected-measurement.loader.js';
import { CorrectedMeasurement, CorrectedMeasurements } from './corrected-measurement.type.js';

@Resolver(() => PeriodResult)
export class CorrectedMeasurementsResolver {
  @ResolveField(() => CorrectedMeasurements, {
    description:
      'Counts, values, probes and answers of this period that took the place of other ones before it was judged.',
  })
  async correctedMeasurements(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('first', { type: () => Int, defaultValue: 10, nullable: true }) first: number | null,
  ) {
    const size = pageSize(first ?? 10);
    const place = await loaders.load(placeOfCommitment, commitmentId);
    const key = correctedKey(id, Math.max(1, size));
    const newest = maySeeBehind(viewer, place) ? await loaders.load(correctedMeasurementsOf, key) : [];
    return { totalCount: newest[0]?.totalCount ?? 0, newest: newest.slice(0, size) };
  }
}

@Resolver(() => CorrectedMeasurement)
export class CorrectedMeasurementResolver {
  @ResolveField(() => Person)
  correctedBy(@Parent() { correctedById }: CorrectedMeasurementRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, correctedById);
  }
}
