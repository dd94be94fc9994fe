import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../platform/errors/payload-of.js';
import { countedConnectionOf } from '../platform/graphql/connection.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'What somebody has to do by a date, from a review.' })
export class Action {
  @Field(() => ID)
  id!: string;

  @Field()
  what!: string;

  @Field(() => CalendarDateScalar, { description: 'Last day on which it is in time.' })
  due!: string;

  @Field(() => Date)
  addedAt!: Date;

  @Field(() => Date, { nullable: true })
  doneAt!: Date | null;

  @Field(() => String, { nullable: true })
  outcome!: string | null;
}

@ObjectType()
export class ActionConnection extends countedConnectionOf(Action, 'Action') {}

@InputType()
export class AddActionInput {
  @Field(() => ID)
  @IsUUID()
  reviewId!: string;

  @Field()
  @MaxLength(2000)
  what!: string;

  @Field(() => ID, { description: 'Somebody here, or a contact of the provider.' })
  @IsUUID()
  ownerId!: string;

  @Field(() => CalendarDateScalar)
  @MaxLength(10)
  due!: string;
}

const ActionPayload = payloadOf('action', Action);

@ObjectType()
export class AddActionPayload extends ActionPayload {}

@ObjectType()
export class CompleteActionPayload extends ActionPayload {}
