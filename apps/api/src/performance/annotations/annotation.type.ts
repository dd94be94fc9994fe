import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { payloadOf } from '../../platform/errors/payload-of.js';

@ObjectType({ description: 'What somebody wrote on the time of a commitment; it changes no figure.' })
export class Annotation {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { nullable: true, description: 'null = an instant.' })
  to!: Date | null;

  @Field()
  words!: string;

  @Field(() => Date)
  writtenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Since when it stands no longer.' })
  endedAt!: Date | null;
}

@InputType()
export class AnnotateCommitmentInput {
  @Field(() => ID)
  @IsUUID()
  commitmentId!: string;

  @Field(() => Date)
  @IsDate()
  from!: Date;

  @Field(() => Date, { nullable: true, description: 'Null or omitted = an instant.' })
  @IsOptional()
  @IsDate()
  to?: Date | null;

  @Field()
  @SaysSomething()
  @MaxLength(500)
  words!: string;
}

const AnnotationPayload = payloadOf('annotation', Annotation);

@ObjectType()
export class AnnotateCommitmentPayload extends AnnotationPayload {}

@ObjectType()
export class EndAnnotationPayload extends AnnotationPayload {}
