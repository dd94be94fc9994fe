import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';

@ObjectType()
export class Outage {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { name: 'from' })
  fromAt!: Date;

  @Field(() => Date, { name: 'to', nullable: true, description: 'Null = still down.' })
  toAt!: Date | null;

  @Field()
  cause!: string;

  @Field(() => Date)
  recordedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'It was recorded by mistake, and counts no longer.' })
  endedAt!: Date | null;
}

@ObjectType()
export class OutageConnection extends countedConnectionOf(Outage, 'Outage') {}

@InputType()
export class RecordOutageInput {
  @Field(() => ID)
  @IsUUID()
  serviceId!: string;

  @Field(() => Date)
  @IsDate()
  from!: Date;

  @Field(() => Date, { nullable: true, description: 'Null or omitted = still down.' })
  @IsOptional()
  @IsDate()
  to?: Date | null;

  @Field()
  @SaysSomething()
  @MaxLength(500)
  cause!: string;
}

@InputType({ description: 'Omitted fields stay as they are; a null `to` says that it has not ended after all.' })
export class ChangeOutageInput {
  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate()
  to?: Date | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @SaysSomething()
  @MaxLength(500)
  cause?: string | null;

  @Field()
  @SaysSomething()
  @MaxLength(1000)
  reason!: string;
}

const OutagePayload = payloadOf('outage', Outage);

@ObjectType()
export class RecordOutagePayload extends OutagePayload {}

@ObjectType()
export class ChangeOutagePayload extends OutagePayload {}

@ObjectType({ description: 'The outage was recorded by mistake; it stays visible in the audit.' })
export class EndOutagePayload extends OutagePayload {}
