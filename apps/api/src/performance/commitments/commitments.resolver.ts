import { mayClose, mayProposeExclusion, maySeeBehind, maySeeWhy } from '@accord/domain';
import { Args, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CommitmentEntity } from '../../agreements/commitment.entity.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { archetypesToday } from '../../catalog/archetypes/archetypes-today.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { Facet } from '../../platform/graphql/facet.type.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { requestedFields } from '../../platform/graphql/requested-fields.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import { periodKey, rangeKey, resultOf, resultsOf } from '../results/result.loader.js';
import { CommitmentConnection } from './commitment-connection.type.js';
import { readFacets } from './commitment-facets.js';
import { CommitmentFilter, type CommitmentSort, CommitmentSortEnum } from './commitment-filter.input.js';
import { CommitmentLists } from './commitment-lists.js';
import type { CommitmentQuestion } from './commitment-rows.js';
import { heldParts } from './held-parts.js';

const RESULTS = ['edges', 'node', 'results'];
const TOTALS = new Set(['totalCount', 'standing', 'dataAsOf']);

@Resolver(() => CommitmentConnection)
export class CommitmentListResolver {
  constructor(
    private readonly lists: CommitmentLists,
    private readonly database: Database,
  ) {}

  @Query(() => CommitmentConnection, {
    description:
      'The heat table. `until` is the newest month shown (2026-11), default the newest with results; `periods` columns. ' +
      '`results` of its commitments, asked for without arguments, are those of the columns.',
  })
  async commitments(
    @CurrentAct() { viewer, at }: Act,
    @CurrentLoaders() loaders: Loaders,
    @Info() info: GraphQLResolveInfo,
    @Args('sort', { type: () => CommitmentSortEnum, defaultValue: 'budgetLeft', nullable: true })
    sort: CommitmentSort | null,
    @Args('until', { type: () => String, nullable: true }) until: string | null,
    @Args('periods', { type: () => Int, defaultValue: 12, nullable: true }) periods: number | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    // Not `| null`: of a union no class is known when the program runs, and nothing of it would be checked.
    @Args('filter', { type: () => CommitmentFilter, nullable: true }) filter?: CommitmentFilter,
  ) {
    const archetypes = filter?.archetypes?.length ? await loaders.load(archetypesToday, 'today') : null;
    const question = { viewer, at, filter: filter ?? {}, until: until ?? null, periods: periods ?? 12, archetypes };
    const asked = requestedFields(info, RESULTS);
    const budget = requestedFields(info, [...RESULTS, 'budget']).map((field) => `budget.${field}`);
    const resultFields = asked.length > 0 ? [...asked, ...budget] : null;
    const said = requestedFields(info, []);
    const breaches = said.includes('breaches');
    const totals = said.some((name) => TOTALS.has(name));
    const place = { sort: sort ?? 'budgetLeft', first: first ?? 50, after: after ?? null };
    return this.lists.page(question, { ...place, resultFields, totals, breaches, held: heldParts(info, viewer) });
  }

  @Query(() => Commitment, { nullable: true })
  commitment(@CurrentAct() { viewer }: Act, @Args('service') service: string, @Args('slug') slug: string) {
    return this.lists.bySlugs(viewer, service, slug);
  }

  @ResolveField(() => [Facet], {
    description:
      'verdict, provider, service, agreementKind, indicatorKind and archetype; each counted with the other filters applied.',
  })
  async facets(@Parent() { question }: { question: CommitmentQuestion }, @CurrentLoaders() loaders: Loaders) {
    const archetypes = await loaders.load(archetypesToday, 'today');
    return readFacets(this.database.read, { ...question, archetypes });
  }
}

/** What performance adds to a commitment. */
@Resolver(() => Commitment)
export class CommitmentResultsResolver {
  @ResolveField(() => [PeriodResult], {
    description:
      'Newest result of each period between `from` and `to` (period ids, inclusive), oldest first. Default: the last 12 periods.',
  })
  results(
    @Parent() { id: commitmentId }: CommitmentEntity,
    @CurrentLoaders() loaders: Loaders,
    @Args('from', { type: () => String, nullable: true }) from: string | null,
    @Args('to', { type: () => String, nullable: true }) to: string | null,
  ) {
    return loaders.load(resultsOf, rangeKey({ commitmentId, from: from ?? null, to: to ?? null }));
  }

  @ResolveField(() => PeriodResult, {
    nullable: true,
    description:
      'Result of one period, for example 2026-03 or 2026-Q1; default the newest period, and its newest revision.',
  })
  result(
    @Parent() { id }: CommitmentEntity,
    @CurrentLoaders() loaders: Loaders,
    @Args('period', { type: () => String, nullable: true }) period: string | null,
    @Args('revision', { type: () => Int, nullable: true }) revision: number | null,
  ) {
    return loaders.load(resultOf, periodKey(id, period ?? null, revision ?? null));
  }

  @ResolveField(() => Boolean)
  async viewerCanSeeEvidence(
    @Parent() { id }: CommitmentEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return maySeeWhy(viewer, await loaders.load(placeOfCommitment, id), null);
  }

  @ResolveField(() => Boolean, {
    description: 'Outages, exclusions and breaches too; who is only paid by the figure reads why it is what it is.',
  })
  async viewerCanSeeBehind(
    @Parent() { id }: CommitmentEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return maySeeBehind(viewer, await loaders.load(placeOfCommitment, id));
  }

  @ResolveField(() => Boolean)
  async viewerCanClose(
    @Parent() { id }: CommitmentEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return mayClose(viewer, await loaders.load(placeOfCommitment, id));
  }

  @ResolveField(() => Boolean)
  async viewerCanProposeExclusion(
    @Parent() { id }: CommitmentEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return mayProposeExclusion(viewer, await loaders.load(placeOfCommitment, id));
  }
}
