import { canCompleteAction, isOverdue } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { enterpriseToday } from '../people/enterprise.loader.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { providerById } from '../providers/provider.loader.js';
import { Provider } from '../providers/provider.type.js';
import { ActionLists } from './action-lists.js';
import type { ActionRow } from './action-rows.js';
import { Action, ActionConnection, AddActionInput, AddActionPayload, CompleteActionPayload } from './action.type.js';
import { Actions } from './actions.js';
import { reviewById } from './review.loader.js';
import { Review } from './review.type.js';

@Resolver(() => Action)
export class ActionResolver {
  constructor(
    private readonly useCases: Actions,
    private readonly lists: ActionLists,
  ) {}

  @Query(() => ActionConnection, { name: 'actions', description: 'First due first. Omitted: open and done ones.' })
  list(
    @CurrentAct() act: Act,
    @Args('open', { type: () => Boolean, nullable: true }) open: boolean | null,
    @Args('mine', { type: () => Boolean, nullable: true }) mine: boolean | null,
    @Args('providerId', { type: () => ID, nullable: true }) providerId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(act, { open: open ?? null, mine, providerId, first: first ?? 50, after });
  }

  @Mutation(() => AddActionPayload, { description: 'While the review is held.' })
  addAction(@CurrentAct() act: Act, @Args('input') input: AddActionInput) {
    return toPayload('action', () => this.useCases.add(act, input));
  }

  @Mutation(() => CompleteActionPayload, { description: 'By its owner, or by who runs the reviews of the provider.' })
  completeAction(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('outcome') outcome: string) {
    return toPayload('action', () => this.useCases.complete(act, id, outcome));
  }

  @ResolveField(() => Review, { nullable: true, description: 'Null for an owner who reads no reviews.' })
  review(@Parent() { reviewId }: ActionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(reviewById, reviewId);
  }

  @ResolveField(() => Provider)
  provider(@Parent() { providerId }: ActionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(providerById, providerId);
  }

  @ResolveField(() => Person)
  owner(@Parent() { ownerId }: ActionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, ownerId);
  }

  @ResolveField(() => Boolean, { description: 'Its day is over where the enterprise is, and it is not done.' })
  async overdue(@Parent() action: ActionRow, @CurrentLoaders() loaders: Loaders) {
    return isOverdue(action, (await loaders.load(enterpriseToday, 'enterprise')).today);
  }

  @ResolveField(() => Person, { nullable: true })
  doneBy(@Parent() { doneById }: ActionRow, @CurrentLoaders() loaders: Loaders) {
    return doneById && loaders.load(personById, doneById);
  }

  @ResolveField(() => Boolean)
  viewerCanComplete(@Parent() action: ActionRow, @CurrentAct() { viewer }: Act): boolean {
    return canCompleteAction(viewer, action);
  }
}
