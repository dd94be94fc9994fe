import type { ProviderKind } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow, ArrayMaxSize, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { UserError } from '../platform/errors/user-error.type.js';
import { SaysSomething } from '../platform/errors/says-something.js';
import { Omittable } from '../platform/graphql/omittable.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';
import { Provider, ProviderKindEnum } from './provider.type.js';

const PROVIDER_SORTS = ['name', 'missed'] as const;
export type ProviderSort = (typeof PROVIDER_SORTS)[number];
export const ProviderSortEnum = upperSnakeEnum(PROVIDER_SORTS);
registerEnumType(ProviderSortEnum, { name: 'ProviderSort' });

@InputType()
export class ProviderFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name; typos are forgiven.' })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => [ProviderKindEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(2)
  kinds?: ProviderKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: those that have ended too.' })
  @Allow()
  ended?: boolean | null;
}

@InputType()
export class AddProviderInput {
  @Field()
  @MaxLength(200)
  @SaysSomething()
  name!: string;

  @Field()
  @MaxLength(80)
  slug!: string;

  @Field(() => ProviderKindEnum)
  @Allow()
  kind!: ProviderKind;

  @Field()
  @MaxLength(4000)
  description!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2)
  country?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(300)
  website?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team that an internal provider is.' })
  @IsOptional()
  @IsUUID()
  teamId?: string | null;
}

@InputType({ description: 'Omitted fields stay as they are; null clears an optional field.' })
export class ChangeProviderInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was edited; when the provider has changed since, the edit is refused as STALE. Omitted: not checked.',
  })
  @Allow()
  version?: number | null;

  @Field(() => String, { nullable: true })
  @Omittable()
  @MaxLength(200)
  @SaysSomething()
  name?: string;

  @Field(() => String, { nullable: true })
  @Omittable()
  @MaxLength(4000)
  description?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2)
  country?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(300)
  website?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  teamId?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class ProviderPayload {
  @Field(() => Provider, { nullable: true })
  provider?: Provider | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class AddProviderPayload extends ProviderPayload {}

@ObjectType()
export class ChangeProviderPayload extends ProviderPayload {}

@ObjectType()
export class EndProviderPayload extends ProviderPayload {}
