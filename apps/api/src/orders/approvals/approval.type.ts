import { APPROVAL_VERDICTS, STAGE_STATES, type ApprovalVerdict, type StageState } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { Money } from '../../platform/graphql/money.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { LaterYearOfOrder } from '../budgets/later-year.type.js';
import { Order } from '../order.type.js';
import { ApprovalStageRule } from './stage-rule.type.js';

export const ApprovalVerdictEnum = upperSnakeEnum(APPROVAL_VERDICTS);
const StageStateEnum = upperSnakeEnum(STAGE_STATES);

registerEnumType(ApprovalVerdictEnum, { name: 'ApprovalVerdict' });
registerEnumType(StageStateEnum, {
  name: 'ApprovalStageState',
  description: 'WITHDRAWN: the order came to an end before it was decided.',
});

@ObjectType({ description: 'A stage that an order goes through, as its rules stood at submission.' })
export class ApprovalStage extends ApprovalStageRule {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'From 1.' })
  position!: number;

  @Field(() => StageStateEnum)
  state!: StageState;

  @Field(() => Date, { nullable: true, description: 'Since when its people are asked.' })
  openedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'How many of those asked have to approve.' })
  needed!: number;

  @Field({ description: 'Whether it asks for what the nearest budget lacks.' })
  overBudget!: boolean;

  @Field(() => String, { nullable: true, description: 'The rule that approved it; null = people decide.' })
  rule!: string | null;
}

@ObjectType({ description: 'Somebody who is asked in a stage.' })
export class ApprovalSeat {
  @Field(() => ApprovalVerdictEnum, { nullable: true, description: 'Null = not decided yet.' })
  verdict!: ApprovalVerdict | null;

  @Field(() => Date, { nullable: true })
  at!: Date | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType({ description: 'A stage that would be gone through.' })
export class PlannedStage extends ApprovalStageRule {
  @Field()
  overBudget!: boolean;

  @Field(() => String, { nullable: true, description: 'The rule that would approve it; null = people would.' })
  rule!: string | null;

  @Field(() => String, { nullable: true, description: 'Why a rule does not approve it although its amount would do.' })
  askedBecause!: string | null;
}

@ObjectType({ description: 'What an approver looks at.' })
export class ApprovalFacts {
  @Field(() => Money, { description: 'What is taken from budgets now.' })
  now!: Money;

  @Field(() => Money, { description: 'Recurring prices of twelve months.' })
  yearly!: Money;

  @Field(() => Money, { description: 'Once, and over the whole term; of a year where there is none.' })
  contractValue!: Money;

  @Field(() => Money, { nullable: true, description: 'Of the nearest budget; null for who may not see it.' })
  budgetLeft!: Money | null;

  @Field(() => Money, { nullable: true, description: 'What a budget further up takes; null = nothing.' })
  fromAbove!: Money | null;

  @Field(() => [String], { description: 'Prices by use, which none of these figures know.' })
  chargedByUse!: string[];

  @Field(() => [LaterYearOfOrder])
  laterYears!: LaterYearOfOrder[];
}

@ObjectType({
  description: 'How an order for one of the same services was decided, by the same unit or those around it.',
})
export class SimilarDecision {
  @Field()
  number!: string;

  @Field()
  approved!: boolean;

  @Field(() => Date)
  at!: Date;

  @Field(() => Money, {
    description: 'The whole cost, as in the facts of an approval: not only what its first budget paid.',
  })
  contractValue!: Money;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

const ApprovalPayload = payloadOf('order', Order);

@ObjectType()
export class DelegateApprovalPayload extends ApprovalPayload {}

@ObjectType()
export class UndoDecisionPayload extends ApprovalPayload {}

@ObjectType({ description: 'What came of one of many orders.' })
export class DecidedOrder extends ApprovalPayload {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class DecideOrdersPayload {
  @Field(() => [DecidedOrder], { nullable: true, description: 'One for each id, in their order.' })
  decided!: DecidedOrder[] | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
