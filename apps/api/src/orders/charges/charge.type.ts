import {
  BILL_REASONS,
  type BillReason,
  type BillingPeriod,
  CHARGE_DISPUTE_STATES,
  CHARGE_RUN_STATES,
  type ChargeDisputeState,
  type ChargeRunState,
  type PriceKind,
} from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BillingPeriodEnum, PriceKindEnum } from '../../catalog/plans/plan.type.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { BILL_GROUPS } from './visible-lines.js';
import { CHARGE_ORIGINS, type ChargeOrigin } from './charge-case.entity.js';

export const ChargeRunStateEnum = upperSnakeEnum(CHARGE_RUN_STATES);
const ChargeOriginEnum = upperSnakeEnum(CHARGE_ORIGINS);
const BillReasonEnum = upperSnakeEnum(BILL_REASONS);
export const BillGroupingEnum = upperSnakeEnum(BILL_GROUPS);
export const ChargeDisputeStateEnum = upperSnakeEnum(CHARGE_DISPUTE_STATES);

registerEnumType(ChargeRunStateEnum, { name: 'ChargeRunState' });
registerEnumType(ChargeOriginEnum, { name: 'ChargeOrigin' });
registerEnumType(BillReasonEnum, { name: 'BillReason' });
registerEnumType(BillGroupingEnum, { name: 'BillGrouping' });
registerEnumType(ChargeDisputeStateEnum, { name: 'ChargeDisputeState' });

@ObjectType({ description: 'A month of charges: reckoned anew as long as it is open, then closed by a second person.' })
export class ChargeRun {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar, { name: 'from' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { name: 'to' })
  toDate!: string;

  @Field(() => ChargeRunStateEnum)
  state!: ChargeRunState;

  @Field(() => Int, { description: 'Sent back with a proposal and with the closing.' })
  version!: number;

  @Field(() => Date, { description: 'Whatever was known then is in its lines.' })
  reckonedAt!: Date;

  @Field(() => Date, { nullable: true })
  proposedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;
}

@ObjectType({ description: 'Why a bill is another one than the month before, and by how much.' })
export class BillChange {
  @Field(() => BillReasonEnum)
  reason!: BillReason;

  @Field(() => Money)
  amount!: Money;
}

@ObjectType({ description: 'What a service, a plan or a unit costs in the month, in one currency.' })
export class BillGroup {
  @Field(() => ID, { description: 'Of the service, plan or unit.' })
  id!: string;

  @Field(() => Money)
  amount!: Money;

  @Field(() => Money, { description: 'In the month before.' })
  before!: Money;

  @Field(() => Money)
  difference!: Money;

  @Field(() => [BillChange], { description: 'Adds up to the difference.' })
  changes!: BillChange[];
}

@ObjectType({ description: 'What units were charged in a month, as far as the viewer may know.' })
export class Bill {
  @Field({ description: 'Such as 2026-03.' })
  month!: string;
}

@ObjectType({ description: 'A line of a bill, rounded once; lines add up to every total.' })
export class ChargeLine {
  @Field(() => ID)
  id!: string;

  @Field(() => ChargeOriginEnum)
  origin!: ChargeOrigin;

  @Field(() => PriceKindEnum)
  kind!: PriceKind;

  @Field()
  label!: string;

  @Field(() => BillingPeriodEnum, { nullable: true })
  per!: BillingPeriod | null;

  @Field(() => String, { nullable: true })
  unitName!: string | null;

  @Field(() => CalendarDateScalar, { name: 'from' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { name: 'to' })
  toDate!: string;

  @Field(() => Int)
  planVersion!: number;

  @Field(() => DecimalScalar)
  quantity!: string;
}

@ObjectType()
export class ChargeLineConnection extends countedConnectionOf(ChargeLine, 'ChargeLine') {}

@ObjectType({ description: 'What somebody does not agree with on a closed bill, and what they were answered.' })
export class ChargeDispute {
  @Field(() => ID)
  id!: string;

  @Field(() => ChargeDisputeStateEnum)
  state!: ChargeDisputeState;

  @Field()
  reason!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { nullable: true })
  answer!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was answered or withdrawn.' })
  answeredAt!: Date | null;
}

@ObjectType()
export class ChargeDisputeConnection extends countedConnectionOf(ChargeDispute, 'ChargeDispute') {}

const RunPayload = payloadOf('run', ChargeRun);

@ObjectType()
export class OpenChargeRunPayload extends RunPayload {}

@ObjectType()
export class ReckonChargeRunPayload extends RunPayload {}

@ObjectType()
export class ProposeChargeRunPayload extends RunPayload {}

@ObjectType()
export class ReopenChargeRunPayload extends RunPayload {}

@ObjectType()
export class CloseChargeRunPayload extends RunPayload {}

const DisputePayload = payloadOf('dispute', ChargeDispute);

@ObjectType()
export class DisputeChargePayload extends DisputePayload {}

@ObjectType()
export class AnswerChargeDisputePayload extends DisputePayload {}

@ObjectType()
export class WithdrawChargeDisputePayload extends DisputePayload {}
