import type { ArchetypeKey, LineOfService } from '@accord/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { Omittable } from '../../platform/graphql/omittable.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { ArchetypeScoresInput } from '../archetypes/archetype.input.js';
import { ArchetypeKeyEnum } from '../archetypes/archetype.type.js';
import { LineOfServiceEnum } from './service.type.js';

@InputType()
export class ProposeServiceInput {
  @Field()
  @MaxLength(120)
  @SaysSomething()
  name!: string;

  @Field()
  @MaxLength(80)
  slug!: string;

  @Field()
  @MaxLength(300)
  @SaysSomething()
  outcome!: string;

  @Field()
  @MaxLength(10_000)
  description!: string;

  @Field(() => [String])
  @ArrayMaxSize(50)
  @MaxLength(80, { each: true })
  synonyms!: string[];

  @Field(() => LineOfServiceEnum)
  @Allow()
  lineOfService!: LineOfService;

  @Field(() => ArchetypeScoresInput, { nullable: true })
  @Allow()
  @Type(() => ArchetypeScoresInput)
  scores?: ArchetypeScoresInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Omitted: a service owner owns what they propose; what the BT office proposes has no owner yet.',
  })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  providerId?: string | null;
}

@InputType({ description: 'Omitted fields stay as they are; null clears an optional field.' })
export class ChangeServiceInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was edited; when the service has changed since, the edit is refused as STALE. Omitted: not checked.',
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
  @MaxLength(300)
  @SaysSomething()
  outcome?: string;

  @Field(() => String, { nullable: true })
  @Omittable()
  @MaxLength(10_000)
  description?: string;

  @Field(() => [String], { nullable: true })
  @Omittable()
  @ArrayMaxSize(50)
  @MaxLength(80, { each: true })
  synonyms?: string[];

  @Field(() => LineOfServiceEnum, { nullable: true })
  @Omittable()
  @SaysSomething()
  lineOfService?: LineOfService;

  @Field(() => ArchetypeScoresInput, { nullable: true })
  @Allow()
  @Type(() => ArchetypeScoresInput)
  scores?: ArchetypeScoresInput | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  providerId?: string | null;

  @Field(() => [ID], { nullable: true })
  @Omittable()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  supportingServiceIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'To which the service points its customers.' })
  @Omittable()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  relatedServiceIds?: string[];
}

@InputType()
export class OverrideArchetypeInput {
  @Field(() => ArchetypeKeyEnum)
  @Allow()
  archetype!: ArchetypeKey;

  @Field()
  @MaxLength(1000)
  reason!: string;

  @Field(() => CalendarDateScalar, { description: 'The last day on which it holds.' })
  @Allow()
  expiresOn!: string;
}
