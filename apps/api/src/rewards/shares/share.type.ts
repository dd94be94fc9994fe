import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUUID } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'The weight of a member in the rewards of a team, both dates inclusive; no end = open.' })
export class Share {
  @Field(() => ID)
  id!: string;

  @Field(() => DecimalScalar, { description: 'Beside those of the others; they need not total 100.' })
  weight!: string;

  @Field(() => CalendarDateScalar, { name: 'from' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { name: 'to', nullable: true })
  toDate!: string | null;

  @Field(() => Date, { nullable: true, description: 'It was wrong from its first day on and never counts.' })
  withdrawnAt!: Date | null;
}

@InputType()
export class SetShareInput {
  @Field(() => ID)
  @IsUUID()
  teamId!: string;

  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @Field(() => DecimalScalar, { description: 'Above 0.' })
  @Allow()
  weight!: string;

  @Field(() => CalendarDateScalar, {
    description:
      'The first day; the former share ends the day before, and never counts where it has the same first day.',
  })
  @Allow()
  from!: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  @IsOptional()
  to?: string | null;
}

const SharePayload = payloadOf('share', Share);

@ObjectType()
export class SetSharePayload extends SharePayload {}

@ObjectType()
export class EndSharePayload extends SharePayload {}
