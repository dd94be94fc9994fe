import { CALCULATION_STATES, LEDGER_ENTRY_KINDS, type CalculationState, type LedgerEntryKind } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

const CalculationStateEnum = upperSnakeEnum(CALCULATION_STATES);
const LedgerEntryKindEnum = upperSnakeEnum(LEDGER_ENTRY_KINDS);

registerEnumType(CalculationStateEnum, { name: 'CalculationState' });
registerEnumType(LedgerEntryKindEnum, { name: 'LedgerEntryKind' });

@ObjectType({ description: 'What a plan came to in a period. An adjustment posts the difference after a restatement.' })
export class RewardCalculation {
  @Field(() => ID)
  id!: string;

  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => Int, { description: '1 for the first of the period, then adjustments.' })
  number!: number;

  @Field(() => CalculationStateEnum)
  state!: CalculationState;

  @Field(() => Date)
  calculatedAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  releasedAt!: Date | null;
}

@ObjectType({ description: 'What came of a measure in a period.' })
export class MeasureOutcome {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percent, the ratio of the sums of its frozen results, two decimals; null without data.',
  })
  result!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '100 · (result − floor) ÷ (target − floor), two decimals.',
  })
  attainment!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Percent paid, by the curve.' })
  percent!: string | null;

  @Field(() => DecimalScalar, {
    description: 'As it counted: 0 without data, so that those of the other measures count for more.',
  })
  weight!: string;
}

@ObjectType({ description: 'What a person is paid for a period, and why.' })
export class RewardStatement {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'On which the person was in the team with a share.' })
  days!: number;
}

@ObjectType({ description: 'What became of an amount. Entries are added and never change.' })
export class LedgerEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => LedgerEntryKindEnum)
  kind!: LedgerEntryKind;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

const RewardCalculationPayload = payloadOf('calculation', RewardCalculation);

@ObjectType()
export class CalculateRewardPayload extends RewardCalculationPayload {}

@ObjectType()
export class ApproveRewardCalculationPayload extends RewardCalculationPayload {}

@ObjectType()
export class RefuseRewardCalculationPayload extends RewardCalculationPayload {}

@ObjectType()
export class ReleaseRewardCalculationPayload extends RewardCalculationPayload {}
