import {
  CLAIM_PART_BILLINGS,
  CLAIM_STATES,
  CLAIM_TURNS,
  type ClaimPartBilling,
  type ClaimState,
  type ClaimTurn,
} from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const ClaimStateEnum = upperSnakeEnum(CLAIM_STATES);
const ClaimTurnEnum = upperSnakeEnum(CLAIM_TURNS);
const ClaimPartBillingEnum = upperSnakeEnum(CLAIM_PART_BILLINGS);

registerEnumType(ClaimStateEnum, {
  name: 'ClaimState',
  description:
    'CLAIMABLE: nobody has asked for it yet; ACCEPTED: on its way; CREDITED: paid, set off or on a closed bill; REJECTED: disputed and given up; CANCELLED: a restatement found nothing owed.',
});
registerEnumType(ClaimTurnEnum, {
  name: 'ClaimTurn',
  description:
    'Who acts next: to whom it is owed, who owes it (answers, or credits by hand what no bill takes), a second person on the side of the first, the next bill, or nobody.',
});
registerEnumType(ClaimPartBillingEnum, {
  name: 'ClaimPartBilling',
  description:
    'AWAITED: the next bill takes it, or finds that nobody was charged for it; BILLED: on a bill; UNBILLED: no bill ever takes it, who owes it credits it by hand; BY_HAND: so it was credited; SET_OFF: it was taken back before anybody had credited it.',
});

@ObjectType({ description: 'What of a claim is owed for one commitment; below nothing where it is taken back.' })
export class ClaimPart {
  @Field(() => Money)
  amount!: Money;

  @Field(() => ClaimPartBillingEnum, {
    nullable: true,
    description: 'Null under an OLA or UC, and unless the claim is accepted or credited.',
  })
  billing!: ClaimPartBilling | null;
}

@ObjectType({ description: 'What became of a claim, and who made it so.' })
export class ClaimEvent {
  @Field(() => ID)
  id!: string;

  @Field({
    description:
      'post, adjust, cancel, claim, accept, dispute, insist, credit, creditPart, setOff, setOffPart, bill, askWaiver and so on.',
  })
  move!: string;

  @Field(() => ClaimStateEnum, { description: 'Where it led.' })
  state!: ClaimState;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType({ description: 'Somebody proposes to give the claim up; another one decides.' })
export class ClaimWaiver {
  @Field(() => Date)
  at!: Date;

  @Field()
  reason!: string;
}

@ObjectType({
  description:
    'What is owed under an agreement for a period, by all its credits together, grouped and capped as it says, and what became of it.',
})
export class Claim {
  @Field(() => ID)
  id!: string;

  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => Int, { description: 'Counted within the period: what a restatement changes later is a further one.' })
  number!: number;

  @Field(() => ClaimStateEnum)
  state!: ClaimState;

  @Field(() => ClaimTurnEnum)
  turn!: ClaimTurn;

  @Field(() => Int, { description: 'Sent back with every move.' })
  version!: number;

  @Field(() => DecimalScalar, { description: 'Of the charge of the period: all that is owed for it.' })
  percent!: string;

  @Field(() => Money, { description: 'Below nothing where more had been accepted than is owed.' })
  amount!: Money;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why it is a further one.' })
  reason!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day to claim it, inclusive; null = always.' })
  lastDay!: string | null;
}

@ObjectType()
export class ClaimConnection extends countedConnectionOf(Claim, 'Claim') {}

const ClaimPayload = payloadOf('claim', Claim);

@ObjectType()
export class ClaimCreditPayload extends ClaimPayload {}

@ObjectType()
export class AcceptClaimPayload extends ClaimPayload {}

@ObjectType()
export class DisputeClaimPayload extends ClaimPayload {}

@ObjectType()
export class InsistOnClaimPayload extends ClaimPayload {}

@ObjectType()
export class SettleClaimPayload extends ClaimPayload {}

@ObjectType()
export class AskClaimWaiverPayload extends ClaimPayload {}

@ObjectType()
export class ApproveClaimWaiverPayload extends ClaimPayload {}

@ObjectType()
export class RefuseClaimWaiverPayload extends ClaimPayload {}
