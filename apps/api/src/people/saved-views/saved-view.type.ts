import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, MaxLength } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { payloadOf } from '../../platform/errors/payload-of.js';

@ObjectType({
  description: 'A screen with its parameters under a name. What it shows is up to the rights of who opens it.',
})
export class SavedView {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'Such as /commitments.' })
  path!: string;

  @Field({ description: 'With its question mark; may be empty.' })
  search!: string;

  @Field({
    description:
      'Found by every colleague who signs in, not only by who keeps it; contacts of providers do not find it.',
  })
  shared!: boolean;

  @Field(() => Date)
  savedAt!: Date;
}

@ObjectType({ description: 'What opens where somebody comes to a page without saying what to see of it.' })
export class DefaultView {
  @Field({ description: 'Of the page, such as /commitments.' })
  path!: string;

  @Field({ description: 'With its question mark; may be empty.' })
  search!: string;
}

@InputType()
export class SaveViewInput {
  @Field()
  @SaysSomething()
  @MaxLength(100)
  name!: string;

  @Field({ description: 'Of a page of Accord, such as /commitments.' })
  @MaxLength(300)
  path!: string;

  @Field({ description: 'With its question mark; may be empty.' })
  @MaxLength(2000)
  search!: string;

  @Field(() => Boolean, { nullable: true, description: 'Null or omitted = for oneself.' })
  @IsOptional()
  @IsBoolean()
  shared?: boolean | null;
}

@InputType({ description: 'What is omitted stays as it is.' })
export class ChangeViewInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SaysSomething()
  @MaxLength(100)
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  shared?: boolean | null;
}

const ViewPayload = payloadOf('view', SavedView);

@ObjectType()
export class SaveViewPayload extends ViewPayload {}

@ObjectType()
export class ChangeViewPayload extends ViewPayload {}

@ObjectType()
export class SetDefaultViewPayload extends ViewPayload {}

@ObjectType()
export class RemoveViewPayload extends ViewPayload {}
