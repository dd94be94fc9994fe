import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../platform/errors/payload-of.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { BusinessUnit } from './business-unit.type.js';
import { Person } from './person.type.js';

@ObjectType({ description: 'A person in a team from a date to a date, both inclusive; no end = open.' })
export class TeamMembership {
  @Field(() => ID)
  id!: string;

  @Field(() => Person)
  person?: Person;

  @Field(() => CalendarDateScalar)
  from?: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  to?: string | null;
}

@ObjectType()
export class Team {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => BusinessUnit, { nullable: true })
  unit?: BusinessUnit | null;

  @Field(() => [TeamMembership])
  members?: TeamMembership[];

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

@InputType()
export class AddTeamInput {
  @Field()
  @MaxLength(200)
  name!: string;

  @Field()
  @MaxLength(200)
  slug!: string;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;
}

@InputType()
export class AddTeamMemberInput {
  @Field(() => ID)
  @IsUUID()
  teamId!: string;

  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  from!: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  @IsOptional()
  to?: string | null;
}

const TeamPayload = payloadOf('team', Team);

@ObjectType()
export class AddTeamPayload extends TeamPayload {}

@ObjectType()
export class AddTeamMemberPayload extends TeamPayload {}

@ObjectType()
export class EndTeamPayload extends TeamPayload {}

@ObjectType()
export class EndTeamMembershipPayload extends TeamPayload {}
