import { isMeasuredBy, mayDecideExclusion, mayDecideProposal } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { commitmentById } from '../../agreements/commitment.loader.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { administratorsEver } from '../../people/administrators.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { ProposalStateEnum } from '../../people/roles.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { resultById } from '../results/result.loader.js';
import { ExclusionEffects } from './exclusion-effects.js';
import { evidenceOfExclusion } from './exclusion-evidence.loader.js';
import { ExclusionEvidence } from './exclusion-evidence.type.js';
import type { ExclusionEntity } from './exclusion.entity.js';
import { ExclusionLists } from './exclusion-lists.js';
import {
  ApproveExclusionPayload,
  Exclusion,
  ExclusionConnection,
  ProposeExclusionInput,
  ProposeExclusionPayload,
  RefuseExclusionPayload,
  WithdrawExclusionPayload,
} from './exclusion.type.js';
import { excludedDays } from './excludable.js';
import { Exclusions } from './exclusions.js';
import { PeriodEffect } from './period-effect.type.js';

@Resolver(() => Exclusion)
export class ExclusionResolver {
  constructor(
    private readonly useCases: Exclusions,
    private readonly lists: ExclusionLists,
    private readonly effects: ExclusionEffects,
    private readonly database: Database,
  ) {}

  @Query(() => ExclusionConnection, { description: 'Proposed last comes first.' })
  exclusions(
    @CurrentAct() { viewer }: Act,
    @Args('state', { type: () => ProposalStateEnum, nullable: true }) state: ExclusionEntity['state'] | null,
    @Args('commitmentId', { type: () => ID, nullable: true }) commitmentId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(viewer, { state, commitmentId, first: first ?? 50, after });
  }

  @Query(() => [Exclusion], { description: 'Exclusions that wait for a second person, oldest first.' })
  proposedExclusions(@CurrentAct() { viewer }: Act) {
    return this.lists.waiting(viewer);
  }

  @Query(() => [PeriodEffect], {
    nullable: true,
    description:
      'What an exclusion that waits would make of each period that it touches, by all that is known now; of a decided one, as who decided saw it. null where there is none.',
  })
  async exclusionEffects(@CurrentAct() { viewer, at }: Act, @Args('id', { type: () => ID }) id: string) {
    const exclusion = await this.lists.find(viewer, id);
    return exclusion?.state === 'proposed'
      ? this.database.transaction((tx) => this.effects.of(tx, exclusion, at))
      : (exclusion?.effects ?? null);
  }

  @Mutation(() => ProposeExclusionPayload)
  proposeExclusion(@CurrentAct() act: Act, @Args('input') input: ProposeExclusionInput) {
    return toPayload('exclusion', () => this.useCases.propose(act, input));
  }

  @Mutation(() => ApproveExclusionPayload)
  async approveExclusion(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('restate', {
      type: () => Boolean,
      nullable: true,
      description:
        'Closed results that come out differently: omitted = those that the viewer may restate; false = none.',
    })
    restate: boolean | null,
  ) {
    const { exclusion, restated, waiting } = await this.useCases.approve(act, id, restate);
    const results = (ids: readonly string[]) => Promise.all(ids.map((result) => loaders.load(resultById, result)));
    return { exclusion, restated: await results(restated), waiting: await results(waiting), errors: [] };
  }

  @Mutation(() => RefuseExclusionPayload)
  refuseExclusion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('exclusion', () => this.useCases.refuse(act, id, reason));
  }

  @Mutation(() => WithdrawExclusionPayload)
  withdrawExclusion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('exclusion', () => this.useCases.withdraw(act, id));
  }

  @ResolveField(() => Commitment)
  commitment(@Parent() { commitmentId }: ExclusionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentById, commitmentId);
  }

  @ResolveField(() => [ExclusionEvidence], { description: 'In the order in which it was named.' })
  evidence(@Parent() { id }: ExclusionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(evidenceOfExclusion, id);
  }

  @ResolveField(() => Person)
  proposedBy(@Parent() { proposedById }: ExclusionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: ExclusionEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() exclusion: ExclusionEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (exclusion.state !== 'proposed') return false;
    const commitment = await loaders.load(placeOfCommitment, exclusion.commitmentId);
    const hasInterest = isMeasuredBy(viewer, commitment, excludedDays(exclusion, commitment));
    const stakes = { hasInterest, administratorsEver: await loaders.load(administratorsEver, 'ever') };
    if (!mayDecideProposal(exclusion, viewer, stakes)) return false;
    // The first administrator, alone.
    return exclusion.proposedById === viewer.personId || hasInterest || mayDecideExclusion(viewer, commitment);
  }

  @ResolveField(() => Boolean)
  viewerCanWithdraw(@Parent() { state, proposedById }: ExclusionEntity, @CurrentAct() { viewer }: Act) {
    return state === 'proposed' && proposedById === viewer.personId;
  }
}
