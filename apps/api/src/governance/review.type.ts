import { REVIEW_DECISION_KINDS, REVIEW_STATES, type ReviewDecisionKind, type ReviewState } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../platform/errors/payload-of.js';
import { countedConnectionOf } from '../platform/graphql/connection.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';

export const ReviewStateEnum = upperSnakeEnum(REVIEW_STATES);
export const ReviewDecisionKindEnum = upperSnakeEnum(REVIEW_DECISION_KINDS);

registerEnumType(ReviewStateEnum, { name: 'ReviewState' });
registerEnumType(ReviewDecisionKindEnum, { name: 'ReviewDecisionKind' });

@ObjectType({ description: 'A meeting on how a provider did in a period, on frozen evidence.' })
export class Review {
  @Field(() => ID)
  id!: string;

  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => CalendarDateScalar)
  plannedOn!: string;

  @Field(() => ReviewStateEnum)
  state!: ReviewState;

  @Field(() => Date, { description: 'Since when it is in this state.' })
  stateSince!: Date;

  @Field(() => String, { nullable: true, description: "The provider's words on its edition." })
  comment!: string | null;

  @Field(() => Date, { nullable: true })
  commentedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the pack that the comment is about; a newer one may stand.',
  })
  commentedPack!: number | null;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType()
export class ReviewConnection extends countedConnectionOf(Review, 'Review') {}

@ObjectType()
export class ReviewDecision {
  @Field(() => ID)
  id!: string;

  @Field(() => ReviewDecisionKindEnum)
  kind!: ReviewDecisionKind;

  @Field()
  text!: string;

  @Field(() => Date)
  at!: Date;
}

@InputType()
export class PlanReviewInput {
  @Field(() => ID)
  @IsUUID()
  providerId!: string;

  @Field({ description: '2026-03 or 2026-Q1.' })
  @MaxLength(10)
  period!: string;

  @Field(() => CalendarDateScalar)
  @MaxLength(10)
  plannedOn!: string;

  @Field(() => ID)
  @IsUUID()
  chairId!: string;
}

@InputType()
export class RecordReviewDecisionInput {
  @Field(() => ID)
  @IsUUID()
  reviewId!: string;

  @Field(() => ReviewDecisionKindEnum)
  @Allow()
  kind!: ReviewDecisionKind;

  @Field()
  @MaxLength(4000)
  text!: string;

  @Field(() => ID, {
    nullable: true,
    description: "For a CREDIT: one computed for a commitment of the provider in the review's period.",
  })
  @IsOptional()
  @IsUUID()
  creditId?: string | null;
}

const ReviewPayload = payloadOf('review', Review);

@ObjectType()
export class PlanReviewPayload extends ReviewPayload {}

@ObjectType()
export class FreezePackPayload extends ReviewPayload {}

@ObjectType()
export class CommentOnReviewPayload extends ReviewPayload {}

@ObjectType()
export class HoldReviewPayload extends ReviewPayload {}

@ObjectType()
export class CloseReviewPayload extends ReviewPayload {}

@ObjectType()
export class CancelReviewPayload extends ReviewPayload {}

@ObjectType()
export class RecordReviewDecisionPayload extends payloadOf('decision', ReviewDecision) {}
