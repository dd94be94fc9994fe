import { maySeeTickets, maySuppose } from '@accord/domain';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CommitmentEntity } from '../../agreements/commitment.entity.js';
import { Commitment } from '../../agreements/commitment.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { eachOf } from '../../platform/errors/each-of.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { explain, withoutTickets } from '../explanation/explain.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import { placeOfCommitment } from '../place.loader.js';
import { ErrorBudget } from '../results/period-result.type.js';
import { Comparisons } from './comparisons.js';
import type { SupposedRow } from './supposed-standing.js';
import { SupposedTermsInput } from './what-if.input.js';
import { SupposedResult, WhatIf } from './what-if.type.js';

@Resolver(() => SupposedResult)
export class WhatIfResolver {
  constructor(private readonly comparisons: Comparisons) {}

  @Query(() => WhatIf, {
    description:
      'The last twelve months of a commitment by the terms as they were and by up to three others, beside each other. ' +
      'Nothing is stored. `period` is one of the periods, to look at alone.',
  })
  whatIf(
    @CurrentAct() act: Act,
    @Args('commitmentId', { type: () => ID }) commitmentId: string,
    @Args('variants', { type: () => [SupposedTermsInput] }, eachOf(SupposedTermsInput)) variants: SupposedTermsInput[],
    @Args('period', { type: () => String, nullable: true }) period: string | null,
  ) {
    return this.comparisons.compare(act, commitmentId, variants, period ?? null);
  }

  @ResolveField(() => [ExplanationStep])
  async explanation(
    @Parent() { commitmentId, judgement: { explanation } }: SupposedRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    return explain(loaders, maySeeTickets(viewer, place) ? explanation : withoutTickets(explanation));
  }

  @ResolveField(() => [ExplanationStep])
  owing(@Parent() { owing }: SupposedRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, owing);
  }

  @ResolveField(() => ErrorBudget)
  budget(@Parent() { budgetUnit, budgetTotal, budgetUsed, budgetLeft, budgetLeftPercent }: SupposedRow) {
    return {
      unit: budgetUnit,
      total: budgetTotal,
      used: budgetUsed,
      left: budgetLeft,
      leftPercent: budgetLeftPercent,
    };
  }
}

@Resolver(() => Commitment)
export class SupposableResolver {
  @ResolveField(() => Boolean, { description: 'The viewer may judge its past under other terms.' })
  async viewerCanSuppose(
    @Parent() { id }: CommitmentEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return maySuppose(viewer, await loaders.load(placeOfCommitment, id));
  }
}
