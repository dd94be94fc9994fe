import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../platform/errors/payload-of.js';
import { UserError } from '../platform/errors/user-error.type.js';
import { countedConnectionOf } from '../platform/graphql/connection.js';
import { BusinessUnit } from './business-unit.type.js';

@ObjectType()
export class Person {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Null for viewers from outside, who see no more of our people than names.',
  })
  email!: string | null;

  @Field(() => BusinessUnit, { nullable: true })
  unit?: BusinessUnit | null;

  @Field(() => String, { nullable: true, description: 'Where the person works; null where nothing is said.' })
  location!: string | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType()
export class PersonConnection extends countedConnectionOf(Person, 'Person') {}

@InputType()
export class AddPersonInput {
  @Field()
  @MaxLength(200)
  name!: string;

  @Field()
  @MaxLength(254)
  email!: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the person works, such as a town or a site.' })
  @IsOptional()
  @MaxLength(120)
  location?: string | null;

  @Field({ description: "The person's first password; at their first sign-in they choose their own." })
  @MaxLength(1000)
  password!: string;
}

@InputType({ description: 'Omitted fields stay as they are; a null unit or location takes it away.' })
export class ChangePersonInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(254)
  email?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(120)
  location?: string | null;
}

const PersonPayload = payloadOf('person', Person);

@ObjectType()
export class AddPersonPayload extends PersonPayload {}

@ObjectType()
export class ChangePersonPayload extends PersonPayload {}

@ObjectType()
export class ResetPasswordPayload extends PersonPayload {}

@ObjectType()
export class EndPersonPayload extends PersonPayload {}

@ObjectType()
export class ChangePasswordPayload {
  @Field()
  changed!: boolean;

  @Field(() => [UserError])
  errors!: UserError[];
}
