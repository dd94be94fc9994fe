import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import {
  AccessToken,
  MakeAccessTokenInput,
  MakeAccessTokenPayload,
  RevokeAccessTokenPayload,
} from './access-token.type.js';
import { AccessTokens } from './access-tokens.js';

@Resolver(() => AccessToken)
export class AccessTokenResolver {
  constructor(private readonly tokens: AccessTokens) {}

  @Query(() => [AccessToken], { description: "The viewer's own, newest first, also those that work no longer." })
  accessTokens(@CurrentAct() act: Act) {
    return this.tokens.all(act);
  }

  @Mutation(() => MakeAccessTokenPayload)
  async makeAccessToken(@CurrentAct() act: Act, @Args('input') input: MakeAccessTokenInput) {
    return { ...(await this.tokens.make(act, input)), errors: [] };
  }

  @Mutation(() => RevokeAccessTokenPayload, { description: 'It stops working at once.' })
  revokeAccessToken(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('accessToken', () => this.tokens.revoke(act, id));
  }
}
