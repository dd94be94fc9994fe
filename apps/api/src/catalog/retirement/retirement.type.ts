import { RETIREMENT_STATES, type RetirementState } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const SUBSCRIBER_STANDINGS = ['left', 'moved', 'gone'] as const;
export type SubscriberStanding = (typeof SUBSCRIBER_STANDINGS)[number];

const RetirementStateEnum = upperSnakeEnum(RETIREMENT_STATES);
const SubscriberStandingEnum = upperSnakeEnum(SUBSCRIBER_STANDINGS);
registerEnumType(RetirementStateEnum, { name: 'RetirementState' });
registerEnumType(SubscriberStandingEnum, {
  name: 'SubscriberStanding',
  description:
    'LEFT has the plan still, MOVED has another one, GONE has neither, or terminated it for the last day or before.',
});

@ObjectType({ description: 'An answer of the old form that fills a field of the new one.' })
export class AnswerMapping {
  @Field()
  from!: string;

  @Field()
  to!: string;
}

@ObjectType({ description: 'Where who has a plan that retires is led; the quantity is kept.' })
export class MigrationPath {
  planId!: string;
  successorId!: string | null;

  @Field(() => [AnswerMapping], { description: 'Beside those of the same name, which go along.' })
  answers!: AnswerMapping[];
}

@ObjectType({ description: 'What everybody may know of the end of a service or plan, once it is decided.' })
export class Retiring {
  @Field(() => CalendarDateScalar, { description: 'The first day without new orders.' })
  closesOn!: string;

  @Field(() => CalendarDateScalar, { description: 'The last day on which everybody who has it is served.' })
  endsOn!: string;

  @Field()
  reason!: string;
}

@ObjectType({ description: 'The end of a service, or of one plan of it.' })
export class Retirement {
  @Field(() => ID)
  id!: string;

  @Field(() => RetirementStateEnum)
  state!: RetirementState;

  @Field()
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Why subscribers hear of it later than they are promised.' })
  shortNoticeReason!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The first day without new orders; null in a proposal = the day of the decision.',
  })
  closesOn!: string | null;

  @Field(() => CalendarDateScalar, { description: 'The last day on which everybody who has it is served.' })
  endsOn!: string;

  @Field()
  proposedAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn or undone.' })
  takenBackAt!: Date | null;

  @Field(() => String, { nullable: true })
  takenBackReason!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was over, with nobody left.' })
  endedAt!: Date | null;

  @Field({ description: 'The only administrator decided on their own proposal.' })
  bootstrap!: boolean;
}

@ObjectType({ description: 'Somebody who had it when its end was decided, or got it since.' })
export class RetirementSubscriber {
  @Field(() => ID, { description: 'Of the subscription.' })
  id!: string;

  @Field(() => SubscriberStandingEnum)
  standing!: SubscriberStanding;

  @Field(() => Int)
  quantity!: number;
}

@InputType()
export class AnswerMappingInput {
  @Field()
  @MaxLength(200)
  from!: string;

  @Field()
  @MaxLength(200)
  to!: string;
}

@InputType()
export class MigrationPathInput {
  @Field(() => ID)
  @IsUUID()
  planId!: string;

  @Field(() => ID, { nullable: true, description: 'Of this service or of another one. Omitted: it leads nowhere.' })
  @IsOptional()
  @IsUUID()
  successorId?: string | null;

  @Field(() => [AnswerMappingInput], { nullable: true, description: 'Omitted: those of the same name alone go along.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AnswerMappingInput)
  answers?: AnswerMappingInput[] | null;
}

@InputType()
export class ProposeRetirementInput {
  @Field(() => ID)
  @IsUUID()
  serviceId!: string;

  @Field(() => ID, { nullable: true, description: 'Omitted: the whole service.' })
  @IsOptional()
  @IsUUID()
  planId?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Omitted: no new orders from the decision on.' })
  @Allow()
  closesOn?: string | null;

  @Field(() => CalendarDateScalar)
  @Allow()
  endsOn!: string;

  @Field()
  @MaxLength(2000)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Needed for a last day within the notice period.' })
  @IsOptional()
  @MaxLength(2000)
  shortNoticeReason?: string | null;

  @Field(() => [MigrationPathInput], { nullable: true, description: 'Plans that are left out lead nowhere.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MigrationPathInput)
  paths?: MigrationPathInput[] | null;
}

@ObjectType({ isAbstract: true })
abstract class RetirementPayload {
  @Field(() => Retirement, { nullable: true })
  retirement?: Retirement | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class ProposeRetirementPayload extends RetirementPayload {}

@ObjectType()
export class DecideRetirementPayload extends RetirementPayload {}

@ObjectType()
export class TakeBackRetirementPayload extends RetirementPayload {}

@ObjectType()
export class MigrateSubscribersPayload extends RetirementPayload {}
