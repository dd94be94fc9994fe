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
import { correctionsOfResult, type OutageCorrectionRow } from './outage-correction.loader.js';
import { OutageCorrection } from './outage-correction.type.js';

@Resolver(() => PeriodResult)
export class CorrectedResultResolver {
  @ResolveField(() => [OutageCorrection], {
    description: 'What corrections of outages took away from the downtime of this period, in order of time.',
  })
  async corrections(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    return maySeeBehind(viewer, place) ? loaders.load(correctionsOfResult, id) : [];
  }
}

@Resolver(() => OutageCorrection)
export class OutageCorrectionResolver {
  @ResolveField(() => Person)
  correctedBy(@Parent() { correctedById }: OutageCorrectionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, correctedById);
  }
}
