import type { Proration, WindowKind } from '@accord/domain';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { WindowKindEnum } from '../../agreements/agreement-enums.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { ProrationEnum, RewardPlan, RewardPlanVersion } from './reward-plan.type.js';

@InputType()
export class AddRewardPlanInput {
  @Field(() => ID)
  @IsUUID()
  teamId!: string;

  @Field()
  @MaxLength(120)
  @SaysSomething()
  name!: string;

  @Field({ description: 'ISO 4217.' })
  @MaxLength(3)
  currency!: string;
}

@InputType()
export class CurveAnchorInput {
  @Field(() => DecimalScalar)
  @Allow()
  attainment!: string;

  @Field(() => DecimalScalar)
  @Allow()
  percent!: string;
}

@InputType()
export class RewardMeasureInput {
  @Field(() => ID, { description: 'On a service that the team manages.' })
  @IsUUID()
  commitmentId!: string;

  @Field(() => DecimalScalar)
  @Allow()
  weight!: string;

  @Field(() => DecimalScalar)
  @Allow()
  floor!: string;

  @Field(() => DecimalScalar)
  @Allow()
  target!: string;
}

@InputType()
export class ProposeRewardPlanVersionInput {
  @Field(() => ID)
  @IsUUID()
  planId!: string;

  @Field(() => CalendarDateScalar, { description: 'The first day of a month or quarter, by `window`.' })
  @Allow()
  effectiveFrom!: string;

  @Field(() => WindowKindEnum)
  @Allow()
  window!: WindowKind;

  @Field(() => DecimalScalar, { description: 'Paid for a performance factor of 100 percent, in the plan’s currency.' })
  @Allow()
  pool!: string;

  @Field(() => DecimalScalar, { description: 'The most that is paid.' })
  @Allow()
  cap!: string;

  @Field(() => ProrationEnum)
  @Allow()
  proration!: Proration;

  @Field(() => [CurveAnchorInput])
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CurveAnchorInput)
  curve!: CurveAnchorInput[];

  @Field(() => [RewardMeasureInput])
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RewardMeasureInput)
  measures!: RewardMeasureInput[];
}

const PlanPayload = payloadOf('plan', RewardPlan);

@ObjectType()
export class AddRewardPlanPayload extends PlanPayload {}

@ObjectType()
export class EndRewardPlanPayload extends PlanPayload {}

const RewardPlanVersionPayload = payloadOf('version', RewardPlanVersion);

@ObjectType()
export class ProposeRewardPlanVersionPayload extends RewardPlanVersionPayload {}

@ObjectType()
export class ApproveRewardPlanVersionPayload extends RewardPlanVersionPayload {}

@ObjectType()
export class RefuseRewardPlanVersionPayload extends RewardPlanVersionPayload {}
