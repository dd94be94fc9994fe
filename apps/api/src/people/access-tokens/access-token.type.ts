import { TOKEN_SCOPES, type TokenScope } from '@accord/domain';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsDate, MaxLength } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const TokenScopeEnum = upperSnakeEnum(TOKEN_SCOPES);
registerEnumType(TokenScopeEnum, {
  name: 'TokenScope',
  description: 'What a token is for; never more than its person may do.',
  valuesMap: {
    read: { description: 'Reads what the person reads.' },
    orders: { description: 'Orders, approves, fulfils.' },
    catalog: { description: 'Changes services and what they offer.' },
    ingest: { description: 'Brings measurements in.' },
    agreements: { description: 'Drafts and decides agreements and calendars.' },
    governance: { description: 'Reviews, actions, scorecards.' },
  },
});

@ObjectType({ description: 'Lets programs act for the viewer. The token itself is shown once, when it is made.' })
export class AccessToken {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'The beginning of the token, to tell it from others.' })
  prefix!: string;

  @Field(() => [TokenScopeEnum])
  scopes!: TokenScope[];

  @Field()
  madeAt!: Date;

  @Field()
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Exact to a minute.' })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;
}

@InputType()
export class MakeAccessTokenInput {
  @Field({ description: 'What uses it.' })
  @MaxLength(100)
  name!: string;

  @Field(() => [TokenScopeEnum])
  @IsArray()
  @ArrayMaxSize(20)
  scopes!: TokenScope[];

  @Field({ description: 'Within a year.' })
  @IsDate()
  expiresAt!: Date;
}

@ObjectType()
export class MakeAccessTokenPayload {
  @Field(() => AccessToken, { nullable: true })
  accessToken!: AccessToken | null;

  @Field(() => String, { nullable: true, description: 'Goes into `Authorization: Bearer …`; shown this once.' })
  secret!: string | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class RevokeAccessTokenPayload extends payloadOf('accessToken', AccessToken) {}
