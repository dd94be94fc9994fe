import { CLAIM_STATES, CLAIM_TURNS, type ClaimState, type ClaimTurn } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserError } from '../../platform/errors/user-error.type.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const ClaimStateEnum = upperSnakeEnum(CLAIM_STATES);
const ClaimTurnEnum = upperSnakeEnum(CLAIM_TURNS);

registerEnumType(ClaimStateEnum, {
  name: 'ClaimState',
  description:
    'CLAIMABLE: nobody has asked for it yet; ACCEPTED: on its way; CREDITED: paid, set off or on a closed bill; REJECTED: disputed and given up; CANCELLED: a restatement found nothing owed.',
});
registerEnumType(ClaimTurnEnum, {
  name: 'ClaimTurn',
  description:
    'Who acts next: to whom it is owed, who owes it, a second person on the side of the first, the next bill, or nobody.',
});

@ObjectType({ description: 'What of a claim is owed for one commitment; below nothing where it is taken back.' })
export class ClaimPart {
  @Field(() => Money)
  amount!: Money;
}

@ObjectType({ description: 'What became of a claim, and who made it so.' })
export class ClaimEvent {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'post, adjust, cancel, claim, accept, dispute, insist, credit, bill, askWaiver and so on.' })
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

@ObjectType({ isAbstract: true })
abstract class ClaimPayload {
  @Field(() => Claim, { nullable: true })
  claim!: Claim | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

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
