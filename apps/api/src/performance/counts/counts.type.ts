import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsInt, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';

@ObjectType({ description: 'Good and total events of a series of a service in an interval, as they count.' })
export class CountInterval {
  @Field(() => ID)
  id!: string;

  @Field()
  series!: string;

  @Field(() => Date, { name: 'from' })
  fromAt!: Date;

  @Field(() => Date, { name: 'to' })
  toAt!: Date;

  @Field(() => Float)
  good!: string | number;

  @Field(() => Float)
  total!: string | number;

  @Field(() => Date)
  recordedAt!: Date;
}

@ObjectType()
export class CountIntervalConnection extends countedConnectionOf(CountInterval, 'CountInterval') {}

@InputType({ description: 'Good and total events of a series of a service in an interval, entered by hand.' })
export class RecordCountsInput {
  @Field(() => ID)
  @IsUUID()
  serviceId!: string;

  @Field()
  @SaysSomething()
  @MaxLength(200)
  series!: string;

  @Field(() => Date)
  @IsDate()
  from!: Date;

  @Field(() => Date)
  @IsDate()
  to!: Date;

  @Field(() => Int)
  @IsInt()
  good!: number;

  @Field(() => Int)
  @IsInt()
  total!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why other figures take the place of those recorded for the interval; not needed for a new one.',
  })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@ObjectType()
export class RecordCountsPayload {
  @Field()
  recorded!: boolean;

  @Field(() => [UserError])
  errors!: UserError[];
}
