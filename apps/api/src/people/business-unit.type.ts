import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../platform/errors/payload-of.js';

@ObjectType()
export class BusinessUnit {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => BusinessUnit, { nullable: true })
  parent?: BusinessUnit | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

@InputType()
export class AddBusinessUnitInput {
  @Field()
  @MaxLength(200)
  name!: string;

  @Field()
  @MaxLength(200)
  slug!: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
}

@InputType()
export class ChangeBusinessUnitInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null makes the unit a root.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
}

const BusinessUnitPayload = payloadOf('businessUnit', BusinessUnit);

@ObjectType()
export class AddBusinessUnitPayload extends BusinessUnitPayload {}

@ObjectType()
export class ChangeBusinessUnitPayload extends BusinessUnitPayload {}

@ObjectType()
export class EndBusinessUnitPayload extends BusinessUnitPayload {}
