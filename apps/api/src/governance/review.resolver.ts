import {
  canManageReviews,
  canManageSomeReviews,
  canSeeReviews,
  canStepReview,
  readsReviews,
  type ReviewState,
  type Viewer as DomainViewer,
} from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import { Viewer } from '../people/viewer.type.js';
import { ServiceCredit } from '../performance/results/breach.type.js';
import { creditById } from '../performance/results/breach.loader.js';
import { shownCredit } from '../performance/results/shown-credit.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import type { ProviderEntity } from '../providers/provider.entity.js';
import { providerById } from '../providers/provider.loader.js';
import { Provider } from '../providers/provider.type.js';
import { Action } from './action.type.js';
import { Pack } from './pack.type.js';
import type { ReviewDecisionEntity } from './review-decision.entity.js';
import type { ReviewEntity } from './review.entity.js';
import { ReviewLists } from './review-lists.js';
import {
  actionsOfProvider,
  actionsOfReview,
  decisionsOfReview,
  packsOfReview,
  reviewsOfProvider,
} from './review.loader.js';
import { scorecardKey, scorecardOfProvider } from './scorecard.loader.js';
import { Scorecard } from './scorecard.type.js';
import { Review, ReviewConnection, ReviewDecision, ReviewStateEnum } from './review.type.js';

@Resolver(() => Review)
export class ReviewResolver {
  constructor(private readonly lists: ReviewLists) {}

  @Query(() => ReviewConnection, { description: 'The latest planned first; `from` and `to` are days of the plan.' })
  reviews(
    @CurrentAct() act: Act,
    @Args('state', { type: () => ReviewStateEnum, nullable: true }) state: ReviewState | null,
    @Args('providerId', { type: () => ID, nullable: true }) providerId: string | null,
    @Args('from', { type: () => CalendarDateScalar, nullable: true }) from: string | null,
    @Args('to', { type: () => CalendarDateScalar, nullable: true }) to: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(act, { state, providerId, from, to, first: first ?? 50, after });
  }

  @Query(() => Review, { nullable: true })
  review(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.lists.one(act, id);
  }

  @ResolveField(() => Provider)
  provider(@Parent() { providerId }: ReviewEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(providerById, providerId);
  }

  @ResolveField(() => Person)
  chair(@Parent() { chairId }: ReviewEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, chairId);
  }

  @ResolveField(() => Scorecard, {
    nullable: true,
    description:
      "By the results that stand now, whatever is frozen. Null where nothing is measured, and for the provider's contacts.",
  })
  scorecard(
    @Parent() { providerId, period }: ReviewEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return readsReviews(viewer, providerId)
      ? loaders.load(scorecardOfProvider, scorecardKey(providerId, period))
      : null;
  }

  @ResolveField(() => [Pack], { description: "Newest first; the provider's contacts get its own edition alone." })
  packs(@Parent() { id }: ReviewEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(packsOfReview, id);
  }

  @ResolveField(() => Person, { nullable: true })
  commentedBy(@Parent() { commentedById }: ReviewEntity, @CurrentLoaders() loaders: Loaders) {
    return commentedById && loaders.load(personById, commentedById);
  }

  @ResolveField(() => String, { nullable: true, description: "Null for the provider's contacts." })
  minutes(@Parent() { providerId, minutes }: ReviewEntity, @CurrentAct() { viewer }: Act) {
    return readsReviews(viewer, providerId) ? minutes : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: "Why it was cancelled; null while it was not, and for the provider's contacts.",
  })
  cancelReason(@Parent() { providerId, cancelReason }: ReviewEntity, @CurrentAct() { viewer }: Act) {
    return readsReviews(viewer, providerId) ? cancelReason : null;
  }

  @ResolveField(() => [ReviewDecision], { description: "Oldest first; none for the provider's contacts." })
  decisions(
    @Parent() { id, providerId }: ReviewEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return readsReviews(viewer, providerId) ? loaders.load(decisionsOfReview, id) : [];
  }

  @ResolveField(() => [Action], { description: "For the provider's contacts those that its people own." })
  actions(@Parent() { id }: ReviewEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(actionsOfReview, id);
  }

  @ResolveField(() => Person, { nullable: true, description: "Null for the provider's contacts." })
  closedBy(
    @Parent() { providerId, closedById }: ReviewEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return closedById && readsReviews(viewer, providerId) ? loaders.load(personById, closedById) : null;
  }

  @ResolveField(() => Boolean)
  viewerCanFreeze(@Parent() review: ReviewEntity, @CurrentAct() { viewer }: Act): boolean {
    return canStepReview(viewer, review, 'freeze');
  }

  @ResolveField(() => Boolean)
  viewerCanComment(@Parent() review: ReviewEntity, @CurrentAct() { viewer }: Act): boolean {
    return canStepReview(viewer, review, 'comment');
  }

  @ResolveField(() => Boolean)
  viewerCanHold(@Parent() review: ReviewEntity, @CurrentAct() { viewer }: Act): boolean {
    return canStepReview(viewer, review, 'hold');
  }

  @ResolveField(() => Boolean)
  viewerCanCancel(@Parent() review: ReviewEntity, @CurrentAct() { viewer }: Act): boolean {
    return canStepReview(viewer, review, 'cancel');
  }

  @ResolveField(() => Boolean, { description: 'Records decisions and adds actions.' })
  viewerCanDecide(@Parent() review: ReviewEntity, @CurrentAct() { viewer }: Act): boolean {
    return canStepReview(viewer, review, 'decide');
  }

  @ResolveField(() => Boolean, { description: 'It takes a decision besides.' })
  viewerCanClose(@Parent() review: ReviewEntity, @CurrentAct() { viewer }: Act): boolean {
    return canStepReview(viewer, review, 'close');
  }
}

@Resolver(() => ReviewDecision)
export class ReviewDecisionResolver {
  @ResolveField(() => Person)
  by(@Parent() { byId }: ReviewDecisionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, byId);
  }

  @ResolveField(() => ServiceCredit, { nullable: true })
  async credit(@Parent() { creditId }: ReviewDecisionEntity, @CurrentLoaders() loaders: Loaders) {
    const credit = creditId && (await loaders.load(creditById, creditId));
    return credit ? shownCredit(credit) : null;
  }
}

@Resolver(() => Provider)
export class ReviewedProviderResolver {
  @ResolveField(() => [Review], { description: 'Latest planned first, as far as the viewer may know of them.' })
  reviews(@Parent() { id }: ProviderEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(reviewsOfProvider, id);
  }

  @ResolveField(() => [Action], { description: 'First due first, as far as the viewer may know of them.' })
  actions(@Parent() { id }: ProviderEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(actionsOfProvider, id);
  }

  @ResolveField(() => Boolean)
  viewerCanPlanReview(@Parent() { id, endedAt }: ProviderEntity, @CurrentAct() { viewer }: Act): boolean {
    return endedAt === null && canManageReviews(viewer, id);
  }
}

@Resolver(() => Viewer)
export class ReviewingViewerResolver {
  @ResolveField(() => Boolean)
  viewerCanSeeReviews(@Parent() viewer: DomainViewer): boolean {
    return canSeeReviews(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanManageReviews(@Parent() viewer: DomainViewer): boolean {
    return canManageSomeReviews(viewer);
  }
}
