import type { BillingPeriod, PriceKind } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsArray, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { Omittable } from '../../platform/graphql/omittable.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { BillingPeriodEnum, Plan, PriceKindEnum } from './plan.type.js';

@InputType()
export class PriceComponentInput {
  @Field(() => PriceKindEnum)
  @Allow()
  kind!: PriceKind;

  @Field()
  @MaxLength(120)
  @SaysSomething()
  label!: string;

  @Field(() => DecimalScalar)
  @Allow()
  amount!: string;

  @Field(() => BillingPeriodEnum, { nullable: true })
  @Allow()
  per?: BillingPeriod | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(60)
  unitName?: string | null;
}

@InputType({ description: 'Open time in which an order is to be delivered, measured from submission.' })
export class DeliveryPromiseInput {
  @Field(() => DecimalScalar)
  @Allow()
  targetHours!: string;

  @Field(() => ID)
  @IsUUID()
  calendarId!: string;
}

@InputType()
export class AddPlanInput {
  @Field(() => ID)
  @Allow()
  serviceId!: string;

  @Field()
  @MaxLength(120)
  @SaysSomething()
  name!: string;

  @Field({ description: 'Unique within the service.' })
  @MaxLength(80)
  slug!: string;

  @Field()
  @MaxLength(4000)
  description!: string;

  @Field({ description: 'ISO 4217; it stays the same for the whole life of the plan.' })
  @MaxLength(3)
  currency!: string;

  @Field(() => ID, { nullable: true, description: 'The SLA whose commitments come with the plan.' })
  @IsOptional()
  @IsUUID()
  agreementId?: string | null;

  @Field(() => DeliveryPromiseInput, { nullable: true, description: 'Omitted or null: nothing is promised.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeliveryPromiseInput)
  delivery?: DeliveryPromiseInput | null;

  @Field(() => [PriceComponentInput])
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PriceComponentInput)
  prices!: PriceComponentInput[];
}

@InputType({ description: 'Omitted fields stay as they are; a null agreement takes its promise out of the plan.' })
export class ChangePlanInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was edited; when the plan has changed since, the edit is refused as STALE. Omitted: not checked.',
  })
  @Allow()
  version?: number | null;

  @Field(() => String, { nullable: true })
  @Omittable()
  @MaxLength(120)
  @SaysSomething()
  name?: string;

  @Field(() => String, { nullable: true })
  @Omittable()
  @MaxLength(4000)
  description?: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  agreementId?: string | null;

  @Field(() => DeliveryPromiseInput, { nullable: true, description: 'Null takes the promise back.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeliveryPromiseInput)
  delivery?: DeliveryPromiseInput | null;

  @Field(() => [PriceComponentInput], { nullable: true, description: 'All prices of the plan from now on.' })
  @Omittable()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PriceComponentInput)
  prices?: PriceComponentInput[];
}

@ObjectType({ isAbstract: true })
abstract class PlanPayload {
  @Field(() => Plan, { nullable: true })
  plan?: Plan | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class AddPlanPayload extends PlanPayload {}

@ObjectType()
export class ChangePlanPayload extends PlanPayload {}

@ObjectType()
export class EndPlanPayload extends PlanPayload {}
