import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'What was measured of a subscription on a day.' })
export class UsageRecord {
  @Field(() => ID)
  id!: string;

  @Field()
  unitName!: string;

  @Field(() => CalendarDateScalar)
  day!: string;

  @Field(() => DecimalScalar)
  quantity!: string;

  @Field()
  source!: string;

  @Field()
  externalId!: string;

  @Field(() => Date)
  at!: Date;
}

@InputType()
export class RecordUsageInput {
  @Field(() => ID)
  @IsUUID()
  subscriptionId!: string;

  @Field({ description: 'Of the metered price that counts it.' })
  @MaxLength(60)
  @SaysSomething()
  unitName!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  day!: string;

  @Field(() => DecimalScalar)
  @Allow()
  quantity!: string;

  @Field()
  @MaxLength(120)
  @SaysSomething()
  source!: string;

  @Field({ description: 'What the source calls it: told twice, it is there once.' })
  @MaxLength(200)
  @SaysSomething()
  externalId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the source called the record that this one corrects.',
  })
  @IsOptional()
  @MaxLength(200)
  corrects?: string | null;
}

@ObjectType()
export class RecordUsagePayload extends payloadOf('usage', UsageRecord) {}

@ObjectType({ description: 'A row of a file that is not recorded, and why.' })
export class UsageProblem {
  @Field(() => Int, { description: 'Where the row begins, counted from 1.' })
  line!: number;

  @Field()
  code!: string;

  @Field()
  message!: string;
}

@ObjectType({ description: 'Of a file all rows are recorded, or none.' })
export class ImportUsagePayload {
  @Field(() => Int, { nullable: true, description: 'How many were new.' })
  recorded!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many were told before, in the same words.',
  })
  known!: number | null;

  @Field(() => [UsageProblem], { description: 'The first hundred.' })
  problems!: UsageProblem[];

  @Field(() => [UserError])
  errors!: UserError[];
}
