import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Limit } from '../../catalog/plans/limit.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { ProviderApprovals } from './provider-approvals.js';

@ObjectType()
export class ProviderApprovalItem {
  @Field()
  service!: string;

  @Field()
  plan!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => [Limit])
  limits!: Limit[];
}

@ObjectType({
  description: 'What a provider is asked: what is wanted of its services, not by whom, for how much, or why.',
})
export class ProviderApproval {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Of the order: A-1042.' })
  number!: string;

  @Field()
  stage!: string;

  @Field(() => Date)
  since!: Date;

  @Field(() => [ProviderApprovalItem])
  items!: ProviderApprovalItem[];
}

@ObjectType()
export class DecideForProviderPayload extends payloadOf('approval', ProviderApproval) {}

@Resolver(() => ProviderApproval)
export class ProviderApprovalResolver {
  constructor(private readonly approvals: ProviderApprovals) {}

  @Query(() => [ProviderApproval], {
    description: 'Orders that wait for the viewer as the contact of a provider, the longest waiting first.',
  })
  providerApprovals(@CurrentAct() act: Act) {
    return this.approvals.waiting(act);
  }

  @Mutation(() => DecideForProviderPayload, { description: 'A rejection needs a reason.' })
  decideForProvider(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('approved') approved: boolean,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ) {
    return toPayload('approval', () => this.approvals.decide(act, id, approved, reason));
  }
}
