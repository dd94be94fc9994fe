import { maySeeBehind } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import { correctedMeasurementsOf, type CorrectedMeasurementRow } from './corrected-measurement.loader.js';
import { CorrectedMeasurement, CorrectedMeasurements } from './corrected-measurement.type.js';

@Resolver(() => PeriodResult)
export class CorrectedMeasurementsResolver {
  @ResolveField(() => CorrectedMeasurements, {
    description: 'Counts, values and probes of this period that took the place of other ones before it was judged.',
  })
  async correctedMeasurements(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    const newest = maySeeBehind(viewer, place) ? await loaders.load(correctedMeasurementsOf, id) : [];
    return { totalCount: newest[0]?.totalCount ?? 0, newest };
  }
}

@Resolver(() => CorrectedMeasurement)
export class CorrectedMeasurementResolver {
  @ResolveField(() => Person)
  correctedBy(@Parent() { correctedById }: CorrectedMeasurementRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, correctedById);
  }
}
