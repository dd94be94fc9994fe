import type { ProposalState } from '@accord/domain';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { ProposalStateEnum } from '../../people/roles.type.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Who decides on orders in the place of somebody, from a day to a day, both included.' })
export class ApprovalSubstitute {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar, { name: 'from' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { name: 'to' })
  toDate!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => ProposalStateEnum, { description: 'It decides nothing before it is approved.' })
  state!: ProposalState;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

@InputType()
export class AddSubstituteInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Who is away. Omitted: the viewer. Others only by administrators, and a second person decides.',
  })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => ID)
  @IsUUID()
  substituteId!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  from!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  to!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

const SubstitutePayload = payloadOf('substitute', ApprovalSubstitute);

@ObjectType()
export class AddSubstitutePayload extends SubstitutePayload {}

@ObjectType()
export class DecideSubstitutePayload extends SubstitutePayload {}

@ObjectType()
export class EndSubstitutePayload extends SubstitutePayload {}
