import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import {
  AcceptClaimPayload,
  ApproveClaimWaiverPayload,
  AskClaimWaiverPayload,
  Claim,
  ClaimCreditPayload,
  DisputeClaimPayload,
  InsistOnClaimPayload,
  RefuseClaimWaiverPayload,
  SettleClaimPayload,
} from './claim.type.js';
import { Claims } from './claims.js';

@Resolver(() => Claim)
export class ClaimMutationsResolver {
  constructor(private readonly claims: Claims) {}

  @Mutation(() => ClaimCreditPayload, { description: 'To whom it is owed asks for it.' })
  claimCredit(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return toPayload('claim', () => this.claims.claim(act, id, version));
  }

  @Mutation(() => AcceptClaimPayload, {
    description: 'Who owes it agrees, or who claims it writes down that a company did.',
  })
  acceptClaim(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('note', {
      type: () => String,
      nullable: true,
      description: 'What was answered, where who owes it has no account here.',
    })
    note: string | null,
  ) {
    return toPayload('claim', () => this.claims.accept(act, id, version, note));
  }

  @Mutation(() => DisputeClaimPayload, { description: 'Who owes it does not agree.' })
  disputeClaim(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ) {
    return toPayload('claim', () => this.claims.dispute(act, id, version, reason));
  }

  @Mutation(() => InsistOnClaimPayload, { description: 'Asks again for what was disputed.' })
  insistOnClaim(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ) {
    return toPayload('claim', () => this.claims.insist(act, id, version, reason));
  }

  @Mutation(() => SettleClaimPayload, {
    description:
      'Notes that what was accepted was paid or set off. Of an SLA bills credit what somebody was charged for: who owes it credits the rest, and only that, of all claims of the period together; where a part is still on its way to a bill, the claim stays accepted.',
  })
  settleClaim(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('note', { description: 'By what it was paid, such as the number of a credit note.' }) note: string,
  ) {
    return toPayload('claim', () => this.claims.credit(act, id, version, note));
  }

  @Mutation(() => AskClaimWaiverPayload, { description: 'Proposes to give it up; another person decides.' })
  askClaimWaiver(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ) {
    return toPayload('claim', () => this.claims.askWaiver(act, id, version, reason));
  }

  @Mutation(() => ApproveClaimWaiverPayload, {
    description: 'Gives it up: waived, or rejected where it was disputed. Never by who proposed it.',
  })
  approveClaimWaiver(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return toPayload('claim', () => this.claims.approveWaiver(act, id, version));
  }

  @Mutation(() => RefuseClaimWaiverPayload, { description: 'Keeps it up.' })
  refuseClaimWaiver(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ) {
    return toPayload('claim', () => this.claims.refuseWaiver(act, id, version, reason));
  }
}
