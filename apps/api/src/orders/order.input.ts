import type { OrderKind } from '@accord/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LimitInput } from '../catalog/plans/limit.type.js';
import { JsonScalar } from '../platform/graphql/json.scalar.js';
import { Omittable } from '../platform/graphql/omittable.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { OrderKindEnum } from './order.type.js';

const MOST = 100_000;
export const MOST_ITEMS = 50;
export const MOST_LIMITS = 50;
const BUNDLE_ANSWERS =
  'To what the bundle of the items asks once, by the name of the question; kept while it is a draft.';

@InputType({ description: 'The part of a bundle that an item was chosen as.' })
export class OrderedPartInput {
  @Field(() => ID)
  @IsUUID()
  bundleId!: string;

  @Field({ description: 'Its key in the bundle.' })
  @MaxLength(40)
  part!: string;
}

@InputType()
export class OrderItemInput {
  @Field(() => OrderKindEnum, { nullable: true, defaultValue: 'subscribe' })
  @Allow()
  kind!: OrderKind;

  @Field(() => ID, {
    nullable: true,
    description: "Of a new subscription or a change. Omitted in a change: the subscription's own plan.",
  })
  @IsOptional()
  @IsUUID()
  planId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of a new subscription or a change. Omitted: 1, or the subscription's own quantity.",
  })
  @IsOptional()
  @Min(1)
  @Max(MOST)
  quantity?: number | null;

  @Field(() => [LimitInput], {
    nullable: true,
    description:
      'How much to set aside, for each price by limit of the plan. Of a unit that a change does not name, as much as before.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_LIMITS)
  @ValidateNested({ each: true })
  @Type(() => LimitInput)
  limits?: LimitInput[] | null;

  @Field(() => ID, { nullable: true, description: 'What it is about, for every kind but SUBSCRIBE.' })
  @IsOptional()
  @IsUUID()
  subscriptionId?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "To the service's form, by the name of the field. Omitted in a change: those given before.",
  })
  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown> | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Version of the service whose form was filled in. Omitted: the one of today.',
  })
  @IsOptional()
  @IsUUID()
  serviceVersionId?: string | null;

  @Field(() => OrderedPartInput, { nullable: true, description: 'Omitted: it is ordered by itself.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OrderedPartInput)
  partOf?: OrderedPartInput | null;
}

@InputType({ isAbstract: true })
abstract class OrderedItemsInput {
  @Field(() => [OrderItemInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => OrderItemInput)
  items!: OrderItemInput[];
}

@InputType()
export class DraftOrderInput extends OrderedItemsInput {
  @Field(() => ID, { nullable: true, description: "The unit that pays. Omitted: the beneficiary's." })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The person it is for. Omitted: the viewer; of what is about subscriptions alone, who has them, and nobody else.',
  })
  @IsOptional()
  @IsUUID()
  beneficiaryId?: string | null;

  @Field({ description: 'Why it is needed; read by who decides.' })
  @MaxLength(2000)
  reason!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The day on which the work begins, once it is approved. Omitted: at once.',
  })
  @Allow()
  startOn?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: BUNDLE_ANSWERS })
  @IsOptional()
  @IsObject()
  bundleAnswers?: object | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The client's own: the same key with the same input twice is one order; with another input, a refusal.",
  })
  @IsOptional()
  @MaxLength(200)
  key?: string | null;
}

@InputType()
export class AddToOrderInput extends OrderedItemsInput {
  @Field(() => ID, { nullable: true, description: "The unit that pays. Omitted: the viewer's." })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: "The client's own: the same key twice adds once." })
  @IsOptional()
  @MaxLength(200)
  key?: string | null;
}

@InputType({ description: 'Omitted fields stay as they are.' })
export class ChangeOrderDraftInput {
  @Field(() => [OrderItemInput], { nullable: true, description: 'All items from now on.' })
  @Omittable()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => OrderItemInput)
  items?: OrderItemInput[];

  @Field(() => ID, { nullable: true })
  @Omittable()
  @IsUUID()
  unitId?: string;

  @Field(() => ID, { nullable: true })
  @Omittable()
  @IsUUID()
  beneficiaryId?: string;

  @Field(() => String, { nullable: true })
  @Omittable()
  @MaxLength(2000)
  reason?: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Null: at once.' })
  @Allow()
  startOn?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: BUNDLE_ANSWERS })
  @IsOptional()
  @IsObject()
  bundleAnswers?: object | null;
}
