import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import type { UnitRuleState } from './unit-approval-rule.entity.js';

const UnitApprovalRuleStateEnum = upperSnakeEnum(['proposed', 'live', 'replaced', 'refused', 'withdrawn']);
registerEnumType(UnitApprovalRuleStateEnum, { name: 'UnitApprovalRuleState' });

@ObjectType({
  description: 'A version of the stages that a unit adds to its orders and to those of the units below it.',
})
export class UnitApprovalRule {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => UnitApprovalRuleStateEnum)
  state!: UnitRuleState;

  @Field()
  reason!: string;

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;
}

const UnitApprovalRulePayload = payloadOf('rule', UnitApprovalRule);

@ObjectType()
export class ProposeUnitStagesPayload extends UnitApprovalRulePayload {}

@ObjectType()
export class DecideUnitStagesPayload extends UnitApprovalRulePayload {}
