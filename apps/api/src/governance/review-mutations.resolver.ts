import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { Packs } from './packs.js';
import {
  CancelReviewPayload,
  CloseReviewPayload,
  CommentOnReviewPayload,
  FreezePackPayload,
  HoldReviewPayload,
  PlanReviewInput,
  PlanReviewPayload,
  RecordReviewDecisionInput,
  RecordReviewDecisionPayload,
  Review,
} from './review.type.js';
import { Reviews } from './reviews.js';

@Resolver(() => Review)
export class ReviewMutationsResolver {
  constructor(
    private readonly useCases: Reviews,
    private readonly packs: Packs,
  ) {}

  @Mutation(() => PlanReviewPayload)
  planReview(@CurrentAct() act: Act, @Args('input') input: PlanReviewInput) {
    return toPayload('review', () => this.useCases.plan(act, input));
  }

  @Mutation(() => CancelReviewPayload, {
    description: 'A planned review whose pack is not frozen; its period can be planned again.',
  })
  cancelReview(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('review', () => this.useCases.cancel(act, id, reason));
  }

  @Mutation(() => FreezePackPayload, {
    description:
      'Every result of the period must be closed. Again while the review is not held it makes a newer pack; the former stays.',
  })
  freezePack(@CurrentAct() act: Act, @Args('reviewId', { type: () => ID }) reviewId: string) {
    return toPayload('review', () => this.packs.freeze(act, reviewId));
  }

  @Mutation(() => CommentOnReviewPayload, {
    description: "By the provider's contact, after the pack is frozen and before the review is held.",
  })
  commentOnReview(
    @CurrentAct() act: Act,
    @Args('reviewId', { type: () => ID }) reviewId: string,
    @Args('comment') comment: string,
  ) {
    return toPayload('review', () => this.useCases.comment(act, reviewId, comment));
  }

  @Mutation(() => HoldReviewPayload)
  holdReview(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('minutes') minutes: string) {
    return toPayload('review', () => this.useCases.hold(act, id, minutes));
  }

  @Mutation(() => RecordReviewDecisionPayload, { description: 'While the review is held.' })
  recordReviewDecision(@CurrentAct() act: Act, @Args('input') input: RecordReviewDecisionInput) {
    return toPayload('decision', () => this.useCases.decide(act, input));
  }

  @Mutation(() => CloseReviewPayload, { description: 'A held review with a decision. Open actions stay open.' })
  closeReview(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('review', () => this.useCases.close(act, id));
  }
}
