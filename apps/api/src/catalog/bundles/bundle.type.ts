import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsObject, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
import { JsonScalar } from '../../platform/graphql/json.scalar.js';
import { Money } from '../../platform/graphql/money.type.js';
import { Limit, LimitInput } from '../plans/limit.type.js';
import { VersionFields } from '../versions/version.type.js';

@ObjectType({ description: 'A plan within a bundle.' })
export class BundlePart {
  @Field({ description: 'What choices and shared answers name it by.' })
  key!: string;

  @Field({ description: 'Whether the bundle cannot be ordered without it.' })
  required!: boolean;

  @Field(() => Int, { description: 'How often it is ordered, unless chosen otherwise.' })
  quantity!: number;

  @Field(() => [Limit], { description: 'What it sets aside; of other units of its plan, who orders says how many.' })
  limits!: readonly Limit[];

  @Field(() => Int, { nullable: true, description: 'Up to how many may be chosen; null: the quantity stands.' })
  most!: number | null;
}

@ObjectType({ description: "That the answer to a question of the bundle answers a field of a part's own form." })
export class SharedAnswer {
  @Field()
  question!: string;

  @Field()
  part!: string;

  @Field()
  field!: string;
}

@ObjectType({ description: 'The sum of the parts at the prices of today.' })
export class BundleCost {
  @Field(() => Money)
  oneOff!: Money;

  @Field(() => Money, { description: 'All recurring and per-unit prices, per month.' })
  monthly!: Money;
}

@ObjectType({ description: 'Several plans that are ordered together, with questions asked once.' })
export class Bundle {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field()
  outcome!: string;

  @Field()
  description!: string;

  @Field(() => [String])
  synonyms!: string[];

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType({ description: 'All that a bundle is, in one piece; only a published version has effect.' })
export class BundleVersion extends VersionFields {
  @Field(() => JsonScalar, {
    description: 'name, outcome, description, synonyms, parts, form and answers; plans by service/plan.',
  })
  definition?: unknown;
}

@InputType()
export class DraftBundleInput {
  @Field()
  @MaxLength(80)
  slug!: string;

  @Field(() => JsonScalar)
  @IsObject()
  definition!: object;
}

@InputType({ description: 'A part that is wanted; required parts need not be named.' })
export class BundlePartInput {
  @Field()
  @MaxLength(40)
  key!: string;

  @Field(() => Int, { nullable: true, description: "Omitted: the bundle's." })
  @IsOptional()
  @Min(1)
  @Max(100_000)
  quantity?: number | null;

  @Field(() => [LimitInput], { nullable: true, description: 'Of units that the bundle leaves open.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => LimitInput)
  limits?: LimitInput[] | null;

  @Field(() => JsonScalar, { nullable: true, description: 'To what only this part asks, by the name of the field.' })
  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown> | null;
}

@InputType()
export class BundleOrderInput {
  @Field()
  @MaxLength(80)
  slug!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'To the questions that are asked once.' })
  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown> | null;

  @Field(() => [BundlePartInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => BundlePartInput)
  parts?: BundlePartInput[] | null;
}

@ObjectType({ description: 'What says of an item that it was chosen from a bundle.' })
export class BundleItemPart {
  @Field(() => ID)
  bundleId!: string;

  @Field({ description: 'Key of the part.' })
  part!: string;
}

@ObjectType({ description: 'A part as an item of an order: what `draftOrder` and `quoteOrder` take.' })
export class BundleItem {
  @Field(() => BundleItemPart)
  partOf!: BundleItemPart;

  @Field(() => ID)
  planId!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => [Limit])
  limits!: readonly Limit[];

  @Field(() => JsonScalar)
  answers!: object;

  @Field(() => ID, { nullable: true, description: 'Version of the service whose form the answers are for.' })
  serviceVersionId!: string | null;
}

@ObjectType({ description: 'A field whose answer went no further, since another answer hid it.' })
export class DroppedSharedAnswer {
  @Field()
  field!: string;

  @Field()
  title!: string;
}

@ObjectType({ description: 'The order that a choice from a bundle stands for. Nothing is written.' })
export class BundleOrder {
  @Field(() => [BundleItem])
  items!: BundleItem[];

  @Field(() => [DroppedSharedAnswer])
  dropped!: DroppedSharedAnswer[];

  @Field(() => [UserError], { description: 'Sentences that would refuse it now, each at the field of the input.' })
  refusals!: UserError[];
}

@ObjectType({ isAbstract: true })
abstract class BundleVersionPayload {
  @Field(() => BundleVersion, { nullable: true })
  version?: BundleVersion | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class DraftBundlePayload extends BundleVersionPayload {}

@ObjectType()
export class DraftBundleVersionPayload extends BundleVersionPayload {}

@ObjectType()
export class ChangeBundleDraftPayload extends BundleVersionPayload {}

@ObjectType()
export class ProposeBundleVersionPayload extends BundleVersionPayload {}

@ObjectType()
export class WithdrawBundleVersionPayload extends BundleVersionPayload {}

@ObjectType()
export class PublishBundleVersionPayload extends BundleVersionPayload {}

@ObjectType()
export class EndBundlePayload {
  @Field(() => Bundle, { nullable: true })
  bundle?: Bundle | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
